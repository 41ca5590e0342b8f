import { List } from "@/components/list";
import type { SourceCounts } from "@/domain/published/source";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const COUNTED = [
  "organisations",
  "citations",
  "typologyStatements",
  "statistics",
  "entries",
  "communities",
  "communityFigures",
  "communityActors",
  "entityStatements",
] as const satisfies readonly (keyof SourceCounts)[];

/** What a document gave, one line a kind; what it did not give is left out. */
export function Counts({ locale, counts }: { locale: Locale; counts: SourceCounts }) {
  const t = translator(locale, "sources");
  return <List className="list-disc ps-5" items={COUNTED.filter((kind) => counts[kind] > 0).map((kind) => t(`counts.${kind}`, { count: counts[kind] }))} />;
}
