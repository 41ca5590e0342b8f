import "server-only";
import { formalityOf } from "@/domain/formality";
import type { OrganisationLink } from "@/domain/public-organisation";
import type { Formality, NetworkScope } from "@/domain/vocabularies";
import type { Db } from "../client";
import { publicOnly } from "../organisation/public";
import { read } from "../read";

/** A network, or a federation whose members the directory knows. */
export type PublicNetwork = OrganisationLink & {
  /** Its column in the list of networks; null for a federation that the list does not hold. */
  scope: NetworkScope | null;
  formality: Formality | null;
  /** How many members it is said to have, and the words around the number. */
  declaredMembers: number | null;
  memberNote: string | null;
  /** The members that are entries of the directory. */
  members: OrganisationLink[];
  /** A site that can be opened. */
  website: string | null;
  /** Where the scope is said. */
  citation: { source: string; sourceTitle: string; place: string | null; line: number | null } | null;
};

const linkSelect = { slug: true, name: true, acronym: true } as const;
const byName = new Intl.Collator("fr");

/** Networks in the order of the source that lists them, then federations by name. */
export function publicNetworks(given?: Db): Promise<PublicNetwork[]> {
  return read(async (db) => {
    const rows = await db.organisation.findMany({
      where: { ...publicOnly, OR: [{ networkScope: { not: null } }, { members: { some: { member: publicOnly } } }] },
      include: {
        members: { where: { member: publicOnly }, include: { member: { select: linkSelect } } },
        contacts: { where: { channel: "website", state: "ok", value: { not: null } }, orderBy: { position: "asc" }, take: 1 },
        citations: {
          where: { field: "network_scope" },
          include: { source: { select: { slug: true, title: true } } },
          orderBy: { id: "asc" },
          take: 1,
        },
      },
    });
    const networks = rows.map((row) => {
      const said = row.citations[0];
      return {
        slug: row.slug,
        name: row.name,
        acronym: row.acronym,
        scope: row.networkScope,
        formality: formalityOf(row.legalStatus),
        declaredMembers: row.memberCount,
        memberNote: row.memberNote,
        members: row.members.map(({ member }) => member).sort((a, b) => byName.compare(a.name, b.name)),
        website: row.contacts[0]?.value ?? null,
        citation: said ? { source: said.source.slug, sourceTitle: said.source.title, place: said.place, line: said.lineStart } : null,
      };
    });
    return networks.sort((a, b) => (a.citation?.line ?? Infinity) - (b.citation?.line ?? Infinity) || byName.compare(a.name, b.name));
  }, given);
}
