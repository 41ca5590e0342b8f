import { z } from "zod";
import { fieldOf, type EditName, type FieldCode } from "./fields";
import type { PublicOrganisation } from "./published/organisation";

/** What anybody may propose of an entry, by the part of the profile where it stands. What one tells in words alone goes with any part. */
export const PROPOSAL_PARTS = {
  identity: ["name", "acronym", "alias", "founded_year", "member_count"],
  where: ["zones"],
  what: ["themes"],
  contacts: ["contacts"],
  relations: ["networks", "partners"],
  said: [],
} as const satisfies Record<string, readonly (EditName & FieldCode)[]>;
export type ProposalPart = keyof typeof PROPOSAL_PARTS;
export const isProposalPart = (part: string): part is ProposalPart => part in PROPOSAL_PARTS;

export type ProposedName = (typeof PROPOSAL_PARTS)[ProposalPart][number];
/** What is asked of an organisation that is not in the directory yet. */
export const NEW_ORGANISATION: readonly ProposedName[] = ["name", "acronym", "zones", "themes", "founded_year", "member_count", "contacts"];
export const PROPOSED_NAMES: readonly ProposedName[] = Object.values(PROPOSAL_PARTS).flat();

/** The values of a field as one types them: a line each, at most one where a field has one value. */
export type ProposedLines = Partial<Record<ProposedName, string[]>>;

/** What the public reads of an entry, by name of the form: codes of zones, slugs of organisations, contacts as they are written. */
export function knownOf(organisation: PublicOrganisation): Required<ProposedLines> {
  const one = (value: string | number | null) => (value === null ? [] : [String(value)]);
  return {
    name: one(organisation.name),
    acronym: one(organisation.acronym),
    alias: organisation.aliases,
    founded_year: one(organisation.foundedYear),
    member_count: one(organisation.memberCount),
    zones: organisation.zones.map(({ code }) => code),
    themes: organisation.themes,
    contacts: organisation.contacts.map(({ raw }) => raw),
    networks: organisation.networks.map(({ slug }) => slug),
    partners: organisation.partners.flatMap((partner) => ("organisation" in partner ? partner.organisation.slug : [])),
  };
}

/** Who speaks, as they say themselves. */
export const SPEAKERS = ["member", "partner", "authority", "researcher", "other"] as const;
/** `staff`: a person who signed in, whose name is known. */
export type Speaker = (typeof SPEAKERS)[number] | "staff";

/** `asked`: the editors wait for an answer of the proposer. */
export const PROPOSAL_STATES = ["open", "asked", "accepted", "refused"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_LIMITS = { line: 300, lines: 30, message: 3_000, how: 1_000, reach: 200, answer: 2_000 } as const;

/** More addresses of sites than that in a message are advertising. */
const MOST_LINKS = 2;

export type ProposalProblem = {
  name: ProposedName | "message" | "speaker" | "how" | "reach";
  reason: "required" | "too_long" | "too_many" | "not_a_number" | "links";
};

export type Proposal = {
  fields: ProposedLines;
  message: string | null;
  speaker: Speaker;
  how: string;
  /** A telephone number or an address of mail: never published. */
  reach: string | null;
};

const clean = (text: string | null) => (text ?? "").trim().normalize("NFC");
const linesOf = (values: readonly string[]) => [...new Set(values.flatMap((value) => value.split(/\r?\n/)).map(clean))].filter((line) => line !== "");
const speakerSaid = z.enum(SPEAKERS);

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((line) => b.includes(line));

/**
 * Reads a proposal as the form sends it. Only what differs from what is known is proposed.
 * @param names the fields that the form had
 * @param known what is said of the entry, as the form showed it
 * @param isStaff whether a person who signed in proposes: they need not say who speaks
 */
export function parseProposal(
  form: URLSearchParams,
  names: readonly ProposedName[],
  known: ProposedLines,
  isStaff = false,
): { proposal: Proposal | null; problems: ProposalProblem[] } {
  const problems: ProposalProblem[] = [];
  const fields: ProposedLines = {};
  for (const name of names) {
    const lines = linesOf(form.getAll(name));
    const field = fieldOf(name);
    if (lines.some((line) => line.length > PROPOSAL_LIMITS.line)) problems.push({ name, reason: "too_long" });
    else if (lines.length > (field.many ? PROPOSAL_LIMITS.lines : 1)) problems.push({ name, reason: "too_many" });
    else if (field.shape === "number" && lines.some((line) => !/^\d[\d\s]*$/.test(line))) problems.push({ name, reason: "not_a_number" });
    else if (!same(lines, known[name] ?? [])) fields[name] = lines;
  }
  const message = clean(form.get("message"));
  const how = clean(form.get("how"));
  const reach = clean(form.get("reach"));
  const speaker = isStaff ? "staff" : speakerSaid.safeParse(form.get("speaker")).data;
  const isNew = names === NEW_ORGANISATION;
  if (isNew && !fields.name?.length && !problems.some(({ name }) => name === "name")) problems.push({ name: "name", reason: "required" });
  if (!isNew && message === "" && Object.keys(fields).length === 0 && problems.length === 0) problems.push({ name: "message", reason: "required" });
  if (message.length > PROPOSAL_LIMITS.message) problems.push({ name: "message", reason: "too_long" });
  if ((message.match(/https?:\/\//g) ?? []).length > MOST_LINKS) problems.push({ name: "message", reason: "links" });
  if (!speaker) problems.push({ name: "speaker", reason: "required" });
  if (how === "") problems.push({ name: "how", reason: "required" });
  if (how.length > PROPOSAL_LIMITS.how) problems.push({ name: "how", reason: "too_long" });
  if (reach.length > PROPOSAL_LIMITS.reach) problems.push({ name: "reach", reason: "too_long" });
  if (problems.length > 0 || !speaker) return { proposal: null, problems };
  return { proposal: { fields, message: message || null, speaker, how, reach: reach || null }, problems };
}

/** What a proposal adds to a set of values and takes from it, since the proposer saw it. */
export function difference(before: readonly string[], proposed: readonly string[]): { added: string[]; removed: string[] } {
  return { added: proposed.filter((line) => !before.includes(line)), removed: before.filter((line) => !proposed.includes(line)) };
}

/** By which way a contact reaches, as it is written. */
export function channelOf(raw: string): "email" | "phone" | "facebook" | "website" | "address" {
  if (/@/.test(raw)) return "email";
  if (/^[+\d][\d\s().\-/]{5,}$/.test(raw)) return "phone";
  if (/facebook\.com/i.test(raw)) return "facebook";
  return /^(https?:\/\/|www\.)|^[\w-]+(\.[\w-]+)+(\/\S*)?$/i.test(raw) ? "website" : "address";
}
