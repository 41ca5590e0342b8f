// How the facets of one organisation fit into two numbers and a short list, so that PostgreSQL counts
// most of them by grouping rows on one integer.
import { BUDGET_TIERS, FORMALITIES, LEGAL_STATUSES, ORGANISATION_KINDS, PERIMETERS, THEMES, TYPOLOGIES } from "../../src/domain/vocabularies.ts";

/** Groups of which an organisation has one value: a field of bits that holds its place in the vocabulary, 0 for unknown. */
const SINGLE = [
  ["kind", ORGANISATION_KINDS, 4],
  ["typology", TYPOLOGIES, 3],
  ["perimeter", PERIMETERS, 2],
  ["formality", FORMALITIES, 2],
  ["status", LEGAL_STATUSES, 3],
  ["budget", BUDGET_TIERS, 3],
];
/** Groups of which it may have several: a bit for each value; none is unknown. */
const SEVERAL = [["theme", THEMES, THEMES.length]];
const MOST_SOURCES = 4;

/** Where each group stands in the number: `{ group, values, shift, mask, several }`. */
export function layoutOf(sources) {
  if (sources.length > MOST_SOURCES) throw new Error("The floor counts at most four sources.");
  let shift = 0;
  const place =
    (several) =>
    ([group, values, bits]) => {
      const field = { group, values, shift, mask: (1 << bits) - 1, several };
      shift += bits;
      return field;
    };
  return [...SINGLE.map(place(false)), ...[...SEVERAL, ["source", sources, MOST_SOURCES]].map(place(true))];
}

/** @param {ReturnType<typeof layoutOf>} layout @param {readonly string[]} facets "group:value" */
export function pack(layout, facets) {
  let packed = 0;
  for (const facet of facets) {
    const at = facet.indexOf(":");
    const field = layout.find(({ group }) => group === facet.slice(0, at));
    const index = field ? field.values.indexOf(facet.slice(at + 1)) : -1;
    if (index >= 0) packed |= (field.several ? 1 << index : index + 1) << field.shift;
  }
  return packed;
}

/** Hands each facet of a packed number to `give(group, value)`. */
export function unpack(layout, packed, give) {
  for (const { group, values, shift, mask, several } of layout) {
    const bits = (packed >>> shift) & mask;
    if (!several) give(group, bits === 0 ? "unknown" : values[bits - 1]);
    else if (bits === 0) give(group, "unknown");
    else values.forEach((value, index) => (bits >>> index) & 1 && give(group, value));
  }
}

/** SQL that is true for rows without any of these values. `column` is the packed number. */
export function failsPacked(layout, column, group, values) {
  const { shift, mask, several, values: known } = layout.find((field) => field.group === group);
  const bits = `((${column} >> ${shift}) & ${mask})`;
  const wanted = values.filter((value) => value !== "unknown").map((value) => known.indexOf(value));
  const unknown = values.includes("unknown");
  if (!several) {
    const accepted = wanted.reduce((all, index) => all | (1 << (index + 1)), unknown ? 1 : 0);
    return `(((${accepted} >> ${bits}) & 1) = 0)`;
  }
  const accepted = wanted.reduce((all, index) => all | (1 << index), 0);
  return `((${bits} & ${accepted}) = 0${unknown ? ` AND ${bits} <> 0` : ""})`;
}
