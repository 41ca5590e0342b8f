import "server-only";
import { ownNameKey, type OwnNames } from "@/domain/own-names";
import type { OwnNameKind } from "@/domain/vocabularies";
import { besideEntries } from "../at-revision";
import { read } from "../read";

/** What countries themselves call levels and legal statuses; of a country that has none, the catalogues' words are shown. */
export const ownNames: () => Promise<OwnNames> = besideEntries(() =>
  read(async (db) => {
    const rows = await db.ownName.findMany();
    return new Map(rows.map(({ country, kind, code, language, name }) => [ownNameKey(country, kind as OwnNameKind, code, language), name]));
  }),
);
