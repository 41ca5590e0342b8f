// One made-up organisation, as the rows of all base tables.
import { slugify } from "@/domain/fold";
import { NEEDS } from "@/domain/needs";
import { PARTNER_CLASSES, THEMES } from "@/domain/vocabularies";
import type { Row, Value } from "./copy";
import { nameOrganisation } from "./names";
import { byRank, chooser, type Chance } from "./random";
import { describe, drawName } from "./words";

/** Columns of each table, in the order of the rows below. */
export const TABLES = {
  Organisation:
    "id slug name acronym kind typology perimeter perimeterScale legalStatus budgetTier networkScope memberCount memberNote foundedYear interviewed descriptionFr descriptionEn publishedAt createdAt updatedAt verifiedAt",
  Alias: "organisationId name",
  Contact: "organisationId channel raw value state position",
  OrganisationZone: "organisationId zoneId",
  OrganisationTheme: "organisationId theme",
  OrganisationNeed: "organisationId need",
  Partner: "organisationId partnerId partnerClass",
  Membership: "memberId networkId",
  Citation: "organisationId field value text basis sourceId place lineStart lineEnd agrees position",
};

// What the documents know of few is unknown here for most; weights follow Tableaux 2, 5 and 6.
const kindOf = chooser([
  ["cso", 958],
  ["public_institution", 16],
  ["donor", 3],
  ["company", 12],
  ["research", 3],
  ["media", 5],
  ["programme", 3],
]);
const typologyOf = chooser([
  [null, 60],
  ["local_organisation", 22],
  ["national_ngo", 9],
  ["diaspora_organisation", 5],
  ["return_migrant_association", 3],
  ["international_ngo", 1],
]);
const perimeterOf = chooser([
  [null, 62],
  ["local", 26],
  ["national", 9],
  ["international", 3],
]);
const scaleOf = chooser([
  [null, 40],
  ["village", 25],
  ["commune", 18],
  ["intercommunal", 6],
  ["cercle", 7],
  ["regional", 4],
]);
const statusOf = chooser([
  [null, 58],
  ["declared", 32],
  ["approved", 4],
  ["framework_agreement", 2],
  ["public_utility", 1],
  ["de_facto", 3],
]);
const budgetOf = chooser([
  [null, 92],
  ["low", 5],
  ["medium", 2],
  ["high", 0.5],
  ["variable", 0.5],
]);
const themeCount = chooser([
  [0, 62],
  [1, 26],
  [2, 9],
  [3, 3],
]);
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
  networks: number[];
  drawNetwork: (chance: Chance) => number;
  drawPartner: (chance: Chance) => number;
  drawZones: (chance: Chance) => Set<number>;
  sourceId: number;
};

/** Makes the organisation of an id and hands over each of its rows. */
export function makeOrganisation(chance: Chance, id: number, register: Register, row: Row): void {
  const { name, acronym, aliases, place, goal } = nameOrganisation(chance);
  const isNetwork = id <= (register.networks.at(-1) ?? 0);
  const kind = isNetwork ? "network" : kindOf(chance);
  const typology = isNetwork ? "network_platform" : kind === "cso" ? typologyOf(chance) : null;
  const perimeter = perimeterOf(chance);
  const members = isNetwork || chance.often(0.12) ? 5 + Math.floor(1 / (chance.next() + 0.001)) * 4 : null;
  const updated = before(chance, 1500);
  row("Organisation", [
    ...[id, `${slugify(name).slice(0, 60).replace(/-+$/, "")}-${id}`, name, acronym, kind, typology, perimeter],
    ...[
      perimeter === "local" ? scaleOf(chance) : null,
      statusOf(chance),
      budgetOf(chance),
      isNetwork ? chance.of(["national", "african", "international"]) : null,
    ],
    ...[members, members && chance.often(0.2) ? `${members} adhérents` : null, chance.often(0.3) ? 1975 + chance.below(47) : null],
    ...[chance.often(0.02) ? chance.often(0.7) : null, chance.often(0.1) ? describe(chance, place, goal) : null, null],
    ...[updated, updated, updated, chance.often(0.06) ? before(chance, 400) : null],
  ]);
  for (const alias of aliases) row("Alias", [id, alias]);
  contacts(chance, id, (values) => row("Contact", values));
  const zones = register.drawZones(chance);
  for (const zoneId of zones) row("OrganisationZone", [id, zoneId]);
  for (const theme of several(themeCount(chance), () => themeOf(chance))) row("OrganisationTheme", [id, theme]);
  if (chance.often(0.004)) for (const need of several(2, () => needOf(chance))) row("OrganisationNeed", [id, need]);
  if (chance.often(0.05)) for (const partnerClass of several(2, () => partnerOf(chance))) row("Partner", [id, null, partnerClass]);
  if (chance.often(0.015)) for (const partnerId of several(2, () => register.drawPartner(chance))) if (partnerId !== id) row("Partner", [id, partnerId, null]);
  if (chance.often(0.04))
    for (const networkId of several(1 + chance.below(2), () => register.drawNetwork(chance))) if (networkId !== id) row("Membership", [id, networkId]);
  const cite = (field: string, value: string, position: number) =>
    row("Citation", [id, field, value, value, "stated", register.sourceId, "Liste 1", id, id, true, position]);
  cite("name", name, 0);
  if (zones.size > 0) cite("zones", `${zones.size}`, 1);
  if (typology) cite("typology", typology, 2);
}

const several = <T>(count: number, draw: () => T): Set<T> => {
  const drawn = new Set<T>();
  for (; count > 0; count--) drawn.add(draw());
  return drawn;
};

/** Ways to reach nobody: numbers that no operator gives, mailboxes below `.invalid`. */
function contacts(chance: Chance, id: number, row: (values: Value[]) => void): void {
  let position = 0;
  if (chance.often(0.4))
    row([
      id,
      "address",
      `Quartier ${drawName(chance)}, rue ${1 + chance.below(900)}, porte ${1 + chance.below(400)} (adresse d'essai)`,
      null,
      "ok",
      position++,
    ]);
  if (chance.often(0.45)) row([id, "phone", phone(chance), null, "invalid", position++]);
  if (chance.often(0.15)) row([id, "email", `essai-${id}@exemple.invalid`, `essai-${id}@exemple.invalid`, "ok", position++]);
  if (chance.often(0.03)) row([id, "website", `https://essai-${id}.invalid`, `https://essai-${id}.invalid`, "under_construction", position++]);
}
