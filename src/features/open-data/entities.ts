import "server-only";
import { listEntities } from "@/data/entity/entities";
import { nameProblems, parametersOf } from "@/domain/filters";
import { nounOfPlural, type Noun } from "@/domain/nouns";
import type { EntitiesAnswer } from "@/domain/published/answers";
import type { EntityCitation, EntityValue, PublicEntity } from "@/domain/published/entity";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer, jsonAnswer } from "@/lib/http/answers";
import { answered } from "./answered";
import { refusal } from "./list";
import { unknownAddressAnswer } from "./unknown";

/** A line of a file: a value with one of the places that say it. */
type Line = { entity: PublicEntity; field: string; said: EntityValue; by: EntityCitation };
type Cell = string | number | boolean | null;

/** The columns of the files of entities, in their order. */
const COLUMNS: Readonly<Record<string, (line: Line) => Cell>> = {
  slug: ({ entity }) => entity.slug,
  field: ({ field }) => field,
  value: ({ said }) => said.value ?? said.text?.fr ?? said.number ?? said.organisation?.name ?? said.zone?.name ?? said.entity?.name ?? null,
  unit: ({ said }) => said.unit,
  value_en: ({ said }) => said.text?.en ?? said.entity?.nameEn ?? null,
  reference: ({ said }) => said.organisation?.slug ?? said.zone?.code ?? said.entity?.slug ?? null,
  since: ({ said }) => said.since,
  until: ({ said }) => said.until,
  about: ({ said }) => said.about,
  more_than: ({ said }) => said.moreThan,
  open_list: ({ said }) => said.openList,
  basis: ({ by }) => by.basis,
  source: ({ by }) => by.source,
  table: ({ by }) => by.table,
  line_start: ({ by }) => by.lineStart,
  line_end: ({ by }) => by.lineEnd,
};

const linesOf = (entity: PublicEntity): Line[] =>
  Object.entries(entity.fields).flatMap(([field, values]) => values.flatMap((said) => said.citations.map((by) => ({ entity, field, said, by }))));

const FILE = /^(.+)\.csv$/;

/** `GET /api/v1/bodies`, `/api/v1/bodies.csv` and the same of every other noun: all of them, each value with where it is said. */
export function entitiesAnswer(request: Request, name: string): Promise<Response> {
  const asFile = FILE.exec(name)?.[1];
  const noun: Noun | undefined = nounOfPlural(asFile ?? name);
  if (!noun) return unknownAddressAnswer(request);
  return answered(request, async (locale) => {
    const problems = nameProblems(parametersOf(new URL(request.url).searchParams), []);
    if (problems.length > 0) return refusal(locale, problems);
    const items = await listEntities(noun);
    if (!asFile) return jsonAnswer({ total: items.length, items } satisfies EntitiesAnswer);
    const rows = items.flatMap(linesOf).map((line) => Object.values(COLUMNS).map((cell) => cell(line)));
    return fileAnswer(BYTE_ORDER_MARK + csvLines([Object.keys(COLUMNS), ...rows]), "text/csv; charset=utf-8", `${asFile}.csv`);
  });
}
