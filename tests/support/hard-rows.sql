-- Rows that are hard to copy: what text formats escape, what a row refers to in its own table, what a restore must not bring back.
INSERT INTO "SourceEntry" ("sourceId", "section", "text", "position")
SELECT min("id"), 'essai', E'\\.\n\\.\n\t\\N \\n {"sha256":"x"}\r\n\u0001 🌍 "é"', 1 FROM "Source";
INSERT INTO "User" ("email", "name", "role", "passwordHash") VALUES ('essai@example.org', 'Essai', 'admin', 'none');
INSERT INTO "Session" ("id", "userId", "expiresAt") SELECT 'essai', "id", '2100-01-01' FROM "User";
INSERT INTO "SignInLimit" ("key", "points") VALUES ('essai', 1);
INSERT INTO "ChangeSet" ("state", "action", "actorName") VALUES ('undone', 'updated', 'essai-dur');
INSERT INTO "ChangeSet" ("state", "action", "actorName", "undoesId") SELECT 'accepted', 'reverted', 'essai-dur', max("id") FROM "ChangeSet";
INSERT INTO "ChangeItem" ("changeSetId", "sourceId", "before", "after") SELECT max(s."id"), (SELECT min("id") FROM "Source"), '{"a": "\\\n"}', 'null' FROM "ChangeSet" s;
UPDATE "SourceTable" SET "heads" = ARRAY['a "b", c\d', '', 'null'] WHERE "id" = (SELECT min("id") FROM "SourceTable");
UPDATE "Zone" SET "lat" = 0.1 + 0.2, "lng" = 1e-300 WHERE "id" = (SELECT min("id") FROM "Zone");
-- More than one piece of everything that reads or writes.
INSERT INTO "SourceEntry" ("sourceId", "section", "text", "position")
SELECT (SELECT min("id") FROM "Source"), 'essai', repeat(md5(number::text), 1 + number % 40), number FROM generate_series(2, 20000) AS number;
