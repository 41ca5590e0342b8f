// One made-up organisation, and what its line of the register says of it.
import type { ImportedStatement, SourceContent } from "@/data/sources/adapter";
import { inCitedOrder } from "@/domain/compose";
import type { FieldCode } from "@/domain/fields";
import { slugify } from "@/domain/fold";
import { NEEDS } from "@/domain/needs";
import { PARTNER_CLASSES, THEMES } from "@/domain/vocabularies";
import { nameOrganisation } from "./names";
import { byRank, weighted, type Chance } from "./random";
import { describe, drawName } from "./words";

/** The slug of the register among the sources. */
export const REGISTER = "registre-d-essai";

// What the documents know of few is unknown here for most; weights follow Tableaux 2, 5 and 6.
const kindOf = weighted({ cso: 958, public_institution: 16, donor: 3, company: 12, research: 3, media: 5, programme: 3 });
const typologyOf = weighted({ local_organisation: 22, national_ngo: 9, diaspora_organisation: 5, return_migrant_association: 3, international_ngo: 1 }, 60);
const perimeterOf = weighted({ local: 26, national: 9, international: 3 }, 62);
const scaleOf = weighted({ village: 25, commune: 18, intercommunal: 6, cercle: 7, regional: 4 }, 40);
const statusOf = weighted({ declared: 32, approved: 4, framework_agreement: 2, public_utility: 1, de_facto: 3 }, 58);
const budgetOf = weighted({ low: 5, medium: 2, high: 0.5, variable: 0.5 }, 92);
const themeCount = weighted({ 0: 62, 1: 26, 2: 9, 3: 3 });
const themeOf = byRank(["local_development", "youth_support", "women_rights", ...THEMES.filter((code) => !/^(local_dev|youth|women)/.test(code))]);
const partnerOf = byRank(PARTNER_CLASSES);
const needOf = byRank(NEEDS, 0.8);

const DAY = 86_400_000;
/** The register's own present: dates must not depend on the day of the run. */
const TODAY = Date.UTC(2022, 8, 1);
const before = (chance: Chance, days: number) => new Date(TODAY - Math.floor(chance.next() * days * DAY)).toISOString();

const phone = (chance: Chance) =>
  `+223 00 ${String(chance.below(1_000_000))
    .padStart(6, "0")
    .replace(/(..)(..)(..)/, "$1 $2 $3")} (essai)`;

type Register = {
  /** The number of the last network: they come first. */
  lastNetwork: number;
  drawNetwork: (chance: Chance) => number;
  drawPartner: (chance: Chance) => number;
  drawZones: (chance: Chance) => Set<string>;
};

/** Who it names is given by number, as the slug may not be drawn yet. */
type Said = ImportedStatement & { field: FieldCode };
export type MadeUp = { organisation: SourceContent["organisations"][number]; said: Said[]; updatedAt: string; verifiedAt: string | null };

/** Makes the organisation of a number, which is its line in the register. */
export function makeOrganisation(chance: Chance, number: number, register: Register): MadeUp {
  const { name, acronym, aliases, place, goal } = nameOrganisation(chance);
  const slug = `${slugify(name).slice(0, 60).replace(/-+$/, "")}-${number}`;
  const locus = { basis: "stated", source: REGISTER, place: "Liste 1", lineStart: number, lineEnd: number, words: null } as const;
  const said: Said[] = [];
  const say = (
    field: FieldCode,
    value: string | number | boolean | null,
    more: Pick<Partial<ImportedStatement>, "words" | "cited" | "language" | "contact"> = {},
  ) => {
    if (value !== null) said.push({ organisation: slug, field, value: String(value), ...locus, ...more });
  };
  const isNetwork = number <= register.lastNetwork;
  const kind = isNetwork ? "network" : kindOf(chance);
  const typology = isNetwork ? "network_platform" : kind === "cso" ? typologyOf(chance) : null;
  const perimeter = perimeterOf(chance);
  const members = isNetwork || chance.often(0.12) ? 5 + Math.floor(1 / (chance.next() + 0.001)) * 4 : null;
  const updatedAt = before(chance, 1500);
  say("name", name, { words: name });
  say("acronym", acronym);
  say("kind", kind);
  say("typology", typology);
  say("perimeter", perimeter);
  say("perimeter_scale", perimeter === "local" ? scaleOf(chance) : null, { cited: false });
  say("legal_status", statusOf(chance));
  say("budget_tier", budgetOf(chance));
  say("network_scope", isNetwork ? chance.of(["national", "african", "international"]) : null);
  say("member_count", members);
  say("member_note", members && chance.often(0.2) ? `${members} adhérents` : null, { cited: false });
  say("founded_year", chance.often(0.3) ? 1975 + chance.below(47) : null);
  say("interviewed", chance.often(0.02) ? chance.often(0.7) : null);
  say("description", chance.often(0.1) ? describe(chance, place, goal) : null, { language: "fr" });
  const verifiedAt = chance.often(0.06) ? before(chance, 400) : null;
  for (const alias of aliases) say("alias", alias);
  contacts(chance, number, (contact) => say("contacts", contact.raw, { contact }));
  for (const zone of register.drawZones(chance)) say("zones", zone);
  for (const theme of several(Number(themeCount(chance)), () => themeOf(chance))) say("themes", theme);
  if (chance.often(0.004)) for (const need of several(2, () => needOf(chance))) say("needs", need);
  if (chance.often(0.05)) for (const partnerClass of several(2, () => partnerOf(chance))) say("partner_classes", partnerClass);
  if (chance.often(0.015)) for (const partner of several(2, () => register.drawPartner(chance))) if (partner !== number) say("partners", partner);
  if (chance.often(0.04))
    for (const network of several(1 + chance.below(2), () => register.drawNetwork(chance))) if (network !== number) say("networks", network);
  return { organisation: { slug, name, kind }, said: inCitedOrder(said), updatedAt, verifiedAt };
}

const several = <T>(count: number, draw: () => T): Set<T> => {
  const drawn = new Set<T>();
  for (; count > 0; count--) drawn.add(draw());
  return drawn;
};

/** Ways to reach nobody: numbers that no operator gives, mailboxes below `.invalid`. */
function contacts(chance: Chance, number: number, add: (contact: NonNullable<ImportedStatement["contact"]>) => void): void {
  if (chance.often(0.4)) {
    const raw = `Quartier ${drawName(chance)}, rue ${1 + chance.below(900)}, porte ${1 + chance.below(400)} (adresse d'essai)`;
    add({ channel: "address", raw, usable: null, state: "ok" });
  }
  if (chance.often(0.45)) add({ channel: "phone", raw: phone(chance), usable: null, state: "invalid" });
  const email = `essai-${number}@exemple.invalid`;
  if (chance.often(0.15)) add({ channel: "email", raw: email, usable: email, state: "ok" });
  const website = `https://essai-${number}.invalid`;
  if (chance.often(0.03)) add({ channel: "website", raw: website, usable: website, state: "under_construction" });
}
