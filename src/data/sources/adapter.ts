import type { ContactInput, ContentLanguage } from "@/domain/fields";
import type { Noun } from "@/domain/nouns";
import type { SourceNoteKind } from "@/domain/published/source";
import type { Basis, LegalStatus, OrganisationKind, SourcePart, Typology, ZoneLevel } from "@/domain/vocabularies";
import type { Texts } from "../texts";
import type { ImportProblem } from "./problems";

/** A document as the directory cites it. */
export type SourceRecord = {
  slug: string;
  title: string;
  author: string | null;
  publisher: string | null;
  /** "2022", "2022-08", "2022-08-30". */
  publishedOn: string | null;
  kind: string;
  language: string;
  url: string | null;
  licence: string | null;
  note: Texts;
};

/** A territory; a parent comes before what lies inside it. */
export type ZoneRecord = {
  code: string;
  slug: string;
  name: string;
  level: ZoneLevel;
  parent: string | null;
  /** WGS 84 degrees; both or neither. */
  lat: number | null;
  lng: number | null;
  coordinatesSource: string | null;
  /** OCHA's code, and the list that gives it; both or neither. */
  pcode?: string | null;
  pcodeSource?: string | null;
  note: Texts;
  /** Every other way in which documents write its name. */
  otherNames: string[];
};

/** A body, a programme, an event…: what is said of it stands in the statements. */
export type EntityRecord = { noun: Noun; slug: string };

/** The record that a statement is about, by its code or slug. */
export type Subject = { organisation: string } | { typology: Typology } | { zone: string } | { entity: EntityRecord };

/** What a source says of one field of one record, in the words of the domain. */
export type ImportedStatement = Subject & {
  field: string;
  /** The code, number, text, zone code or slug; of a contact, its words. */
  value: string;
  /** How `value` is to be read; that of the field of an organisation is known. */
  shape?: "code" | "number" | "text";
  /** Of a number: percent, persons… */
  unit?: string;
  language?: string | null;
  contact?: ContactInput & { usable: string | null };
  basis: Basis;
  /** The slug of the source. */
  source: string;
  place: string | null;
  lineStart: number | null;
  lineEnd: number | null;
  words: string | null;
  /** False for what goes with another statement of the same place. */
  cited?: boolean;
  since?: string | null;
  until?: string | null;
  /** The source says "about", "more than", or names only some. */
  about?: boolean;
  moreThan?: boolean;
  openList?: boolean;
};

/** A row of a list of a source that is not about one organisation: acronyms, method, bibliography, needs. */
export type SourceEntryRecord = {
  source: string;
  section: string;
  heading: string | null;
  label: string | null;
  text: string;
  url: string | null;
  place: string | null;
  line: number | null;
  position: number;
};

/** A table of a source as it was transcribed, row by row in its order. */
export type SourceTableRecord = {
  source: string;
  number: number;
  /** As its statements name it: "Tableau 2". */
  place: string;
  caption: string;
  heads: string[];
  /** Where it begins, when the source's own list of tables tells it. */
  page: number | null;
  /** Of its caption. */
  line: number;
  /** `column`: from 0, as the heads; several things that one cell says follow one another. `organisation`: the slug of the one it is said of. */
  rows: { line: number; cells: { column: number; text: string; organisation: string | null }[] }[];
};

/** What a reader of a source must know: whom it asked, what it lacks, where it is wrong or disagrees. */
export type SourceNoteRecord = { source: string; kind: SourceNoteKind; text: Texts; lines: string };

/** The place of a source that holds a list or table which the directory counts by itself. */
export type SourcePartRecord = { source: string; part: SourcePart; place: string };

/** What a country itself calls a level or a legal status, in one language; without it the catalogue's word is shown. */
export type OwnNameRecord = { country: string; language: ContentLanguage; name: string } & (
  { kind: "level"; code: ZoneLevel } | { kind: "legal_status"; code: LegalStatus }
);

/** Everything that a source gives. */
export type SourceContent = {
  sources: SourceRecord[];
  zones: ZoneRecord[];
  /** New entries need a name and a kind at once; what is shown of them comes from the statements. */
  organisations: { slug: string; name: string; kind: OrganisationKind }[];
  entities: EntityRecord[];
  /** In the order in which they are shown and cited. */
  statements: () => ImportedStatement[];
  entries: SourceEntryRecord[];
  tables: SourceTableRecord[];
  notes: SourceNoteRecord[];
  parts: SourcePartRecord[];
  /** All names of its country's own, or none. */
  ownNames: OwnNameRecord[];
};

/** The slugs and codes that the sources read so far bring. */
export type Known = Record<"zones" | "organisations" | "sources" | "entities", ReadonlySet<string>>;

/** Entities by {@link entityKey}. */
export type Ids = Record<"zones" | "organisations" | "sources" | "entities", ReadonlyMap<string, number>>;

export const entityKey = ({ noun, slug }: EntityRecord): string => `${noun}/${slug}`;

/** What was read: the faults of single rows; without one, what there is, and what only all rows together can tell. */
export type SourceReading = {
  problems: ImportProblem[];
  check?: (known: Known) => ImportProblem[];
  content?: SourceContent;
};

/** The files of a source as they were last published: the day, from which entries are dated, and what a test knows these very files by. */
export type Release = {
  /** ISO 8601, such as "2026-11-21": the day on which its files last changed. */
  on: string;
  /** Of the files, as `filesDigest` of src/data/import computes it. */
  digest: string;
};

/** What reads the files of one source. Nothing of the source's own form leaves it. */
export type SourceAdapter = {
  /** The slug of the source, which names its folder and the import in the history. */
  slug: string;
  /** The name of what is loaded, for the terminal. */
  title: string;
  release: Release;
  read(folder: string): Promise<SourceReading>;
};

export const NO_CONTENT: SourceContent = {
  sources: [],
  zones: [],
  organisations: [],
  entities: [],
  statements: () => [],
  entries: [],
  tables: [],
  notes: [],
  parts: [],
  ownNames: [],
};
