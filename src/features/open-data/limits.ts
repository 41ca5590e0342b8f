import "server-only";
import { z } from "zod";
import { creditOfOne } from "@/components/territory-map/drawing";
import { limitsInDegreesOn } from "@/data/limits/present";
import { zonePlaces } from "@/data/zone/tree";
import { nameProblems, parametersOf, type ParameterProblem } from "@/domain/filters";
import { LIMIT_LEVELS, type LimitLevel, type LimitsInDegrees } from "@/domain/published/limits";
import { formatDate, translator } from "@/i18n/translator";
import type { Locale } from "@/i18n/locales";
import { fileAnswer } from "@/lib/http/answers";
import { answered } from "./answered";
import { refusal } from "./list";

const PARAMETERS = ["level", "date"];
const isLevel = (value: string): value is LimitLevel => (LIMIT_LEVELS as readonly string[]).includes(value);

/** What is asked; limits of regions that hold today when nothing is. */
function asked(url: string): { ok: true; level: LimitLevel; date: string } | { ok: false; problems: ParameterProblem[] } {
  const parameters = parametersOf(new URL(url).searchParams);
  const value = (name: string, otherwise: string) => parameters[name]?.map((one) => one.trim()).findLast((one) => one !== "") ?? otherwise;
  const [level, date] = [value("level", "region"), value("date", new Date().toISOString().slice(0, 10))];
  const problems = nameProblems(parameters, PARAMETERS);
  const wrong = (parameter: string, given: string, accepted: string[]) =>
    problems.push({ parameter, value: given.slice(0, 60), reason: "unknown_value", accepted });
  if (!isLevel(level)) wrong("level", level, [...LIMIT_LEVELS]);
  if (!z.iso.date().safeParse(date).success) wrong("date", date, ["2009-01-31"]);
  return problems.length > 0 || !isLevel(level) ? { ok: false, problems } : { ok: true, level, date };
}

/** Names and texts that go with the limits wherever they end up: who drew them, under which licence, for which time. */
function notesOf(locale: Locale, limits: LimitsInDegrees): { name: string; text: string }[] {
  const t = translator(locale, "openData");
  const { validFrom, validTo, licence } = limits;
  const [from, to] = [formatDate(locale, validFrom), validTo === null ? null : formatDate(locale, validTo)];
  return [
    { name: translator(locale, "files")("geography"), text: creditOfOne(locale, limits) },
    { name: translator(locale, "files")("licence"), text: licence },
    { name: t("limitsTime"), text: to === null ? t("limitsFrom", { from }) : t("limitsBetween", { from, to }) },
  ];
}

/**
 * `GET /api/v1/limits.geojson`: the imported limits of a level that hold on a day (RFC 7946). Beside the zones, `outline` and `borders` have the
 * lines around all of them and between them, each once. Without such limits there is no feature.
 */
export function limitsAnswer(request: Request): Promise<Response> {
  return answered(request, async (locale) => {
    const query = asked(request.url);
    if (!query.ok) return refusal(locale, query.problems);
    const [limits, { byCode }] = await Promise.all([limitsInDegreesOn(query.date, query.level), zonePlaces()]);
    const features = (limits?.zones ?? []).map(({ code, given, coordinates }) => {
      const { name, slug, level } = byCode.get(code)!;
      return { type: "Feature", id: code, geometry: { type: "MultiPolygon", coordinates }, properties: { name, slug, level, code: given } };
    });
    const about = limits ? notesOf(locale, limits) : [{ name: translator(locale, "files")("warning"), text: translator(locale, "openData")("limitsNone") }];
    const { outline, inner: borders } = limits ?? { outline: [], inner: [] };
    return fileAnswer(
      JSON.stringify({ type: "FeatureCollection", about, outline, borders, features }),
      "application/geo+json; charset=utf-8",
      "limits.geojson",
    );
  });
}
