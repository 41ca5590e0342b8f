import { namesWhere } from "@/domain/fields";
import { actorOfSession } from "@/auth/actor";
import { hashPassword } from "@/auth/passwords";
import { database } from "@/data/client";
import { openSession } from "@/data/session/sessions";
import { createAccount } from "@/data/user/accounts";
import type { Actor } from "@/domain/actor";
import type { UserRole } from "@/domain/vocabularies";

/** Made-up records. Every name begins with "Essai", so that nobody takes one for a fact. */
let count = 0;
const next = () => (count += 1);

export const TEST_PASSWORD = "une phrase pour les essais";

/** An account with the password TEST_PASSWORD, which need not be changed unless asked. */
export async function makeAccount(options: { role?: UserRole; mustChange?: boolean } = {}) {
  const number = next();
  const account = await createAccount(
    {
      email: `essai-${number}-${process.pid}@example.org`,
      name: `Essai Personne ${number}`,
      role: options.role ?? "editor",
      passwordHash: await hashPassword(TEST_PASSWORD),
      mustChange: options.mustChange ?? false,
    },
    { importName: "essai" },
  );
  if (!account) throw new Error("The e-mail of a test account was taken.");
  return account;
}

/** An actor as the site makes one: from the open session of an account. */
export async function makeActor(role: UserRole = "editor"): Promise<Actor> {
  const account = await makeAccount({ role });
  const actor = await actorOfSession(await openSession(account.id));
  if (!actor) throw new Error("A fresh session makes no actor.");
  return actor;
}

export async function makeSource() {
  const number = next();
  return database().source.create({ data: { slug: `essai-source-${number}`, title: `Essai, source ${number}`, kind: "study" } });
}

/** A country with one region inside it; codes that no real place has. */
export async function makeZones() {
  const number = next();
  const make = (code: string, slug: string, name: string, level: "country" | "region", parent: { id: number; path: string } | null) =>
    database().zone.create({
      data: {
        code,
        slug,
        name,
        level,
        parentId: parent?.id ?? null,
        path: `${parent?.path ?? ""}${code}/`,
        names: {
          create: {
            name,
            key: name
              .toLowerCase()
              .replace(/[^a-z0-9]+/g, " ")
              .trim(),
          },
        },
      },
    });
  const country = await make(`ZZ${number}`, `essai-pays-${number}`, `Essai Pays ${number}`, "country", null);
  const region = await make(`ZZ${number}-1`, `essai-region-${number}`, `Essai Region ${number}`, "region", country);
  return { country, region };
}

/** A set of which nothing is typed. */
const EMPTY_SETS = Object.fromEntries(namesWhere(({ many }) => many).map((name) => [name, []]));

/** The input of a save with as little as the form requires; fields given replace these. */
export function organisationInput(
  fields: Record<string, unknown> = {},
  more: { version?: number | null; restricted?: unknown[]; provenance?: Record<string, unknown> } = {},
) {
  return {
    fields: {
      name: `Essai Organisation ${next()}`,
      kind: "cso",
      visibility: "public",
      ...EMPTY_SETS,
      ...fields,
    },
    restricted: more.restricted ?? [],
    provenance: { basis: "verified", source: "correction-consortium", place: "essai", said_on: "2024-03-15", note: "Note d’essai", ...more.provenance },
    version: more.version ?? null,
  };
}
