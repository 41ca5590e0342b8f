import type { LimitLevel, PublishedLimits } from "@/domain/published/limits";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import mali from "./mali.json";
import { SHAPELESS_REGIONS } from "./shapes";

type Shape = { path: string; places?: readonly (readonly number[])[] };
type Drawing = { shapes: ReadonlyMap<string, Shape>; outline: string; inner: string | null };

const BUILT_IN: Drawing = {
  shapes: new Map<string, Shape>([...mali.cercles, ...mali.regions].map((shape) => [shape.code, shape])),
  outline: mali.outline,
  inner: mali.inner,
};

/** The imported limits of a level; undefined when the built-in ones are drawn. */
export const ofLevel = (limits: readonly PublishedLimits[], level: LimitLevel): PublishedLimits | undefined => limits.find((one) => one.level === level);

/**
 * The limits that a map draws: those that were imported and hold today, and the built-in ones for what they leave open. Imported regions
 * are another division: the built-in cercles and outline would not meet them, and are left out.
 */
export function drawingOf(limits: readonly PublishedLimits[]): Drawing {
  if (limits.length === 0) return BUILT_IN;
  const imported = limits.flatMap(({ zones }) => zones.map(({ code, ...shape }) => [code, shape] as const));
  const regions = ofLevel(limits, "region");
  if (regions) return { shapes: new Map(imported), outline: regions.outline, inner: null };
  return { ...BUILT_IN, shapes: new Map([...BUILT_IN.shapes, ...imported]) };
}

/** Whether a territory has limits of its own on the map. */
export const hasOutline = (limits: readonly PublishedLimits[], code: string): boolean => drawingOf(limits).shapes.has(code);

/** The region whose outline holds another one that has none of its own: only the built-in limits join any. */
export const holderOf = (limits: readonly PublishedLimits[], code: string): string | null =>
  ofLevel(limits, "region") ? null : (SHAPELESS_REGIONS[code] ?? null);

/** Who drew imported limits, as their licence asks. */
export const creditOfOne = (locale: Locale, { level, source, licence }: Pick<PublishedLimits, "level" | "source" | "licence">): string =>
  translator(locale, "map")("limits.credit", { level, source, licence });

/** Who drew what the map shows, as their licences ask. */
export function creditOf(locale: Locale, limits: readonly PublishedLimits[]): string {
  const t = translator(locale, "map");
  const built = ofLevel(limits, "region") ? [] : [t("limits.builtIn")];
  return [...limits.map((one) => creditOfOne(locale, one)), ...built, t("limits.others")].join(" ");
}

/** Of which time the limits of regions are, and what they leave open. */
export function boundariesOf(locale: Locale, limits: readonly PublishedLimits[]): string {
  const regions = ofLevel(limits, "region");
  const t = translator(locale, "map");
  return regions ? t("limits.boundaries", { from: formatDate(locale, regions.validFrom) }) : t("boundaries");
}
