import { MarginSection } from "@/components/margin-section";
import { NotedLines } from "@/components/noted-lines";
import { SUMMARY_NOTES } from "@/domain/community";
import type { CommunityProfile } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited, linesOf } from "./cited";

/** Challenges, priorities, what the diaspora contributes and how people are informed, as the study sums them up. */
export function Summed({ locale, community }: { locale: Locale; community: CommunityProfile }) {
  const t = translator(locale, "communities");
  const groups = SUMMARY_NOTES.map((kind) => ({ kind, notes: community.notes.filter((note) => note.kind === kind) })).filter(({ notes }) => notes.length > 0);
  if (groups.length === 0) return null;
  return (
    <MarginSection id="synthese" title={t("summed")}>
      {groups.map(({ kind, notes }) => (
        <div key={kind} className="mb-5">
          <h3 className="subhead">{t(`summedOf.${kind}`)}</h3>
          <div className="mt-1">
            <NotedLines locale={locale} notes={notes.map(({ text, citations }) => ({ text, lines: linesOf(citations) }))} />
          </div>
        </div>
      ))}
      <Cited locale={locale} sources={community.sources} citations={groups.flatMap(({ notes }) => notes.flatMap(({ citations }) => citations))} />
    </MarginSection>
  );
}
