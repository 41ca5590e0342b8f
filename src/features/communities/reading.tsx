import { MarginSection } from "@/components/margin-section";
import type { CommunityNote, CommunityProfile } from "@/domain/published/community";
import type { EntityCitation } from "@/domain/published/entity";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { NotedLines } from "@/components/noted-lines";
import { Pairs } from "@/components/pairs";
import { Values } from "@/components/entity/values";
import { nounCodeLabels, nounFieldLabels } from "@/i18n/noun-codes";
import { Cited, linesOf } from "./cited";

type Props = { locale: Locale; community: CommunityProfile };

/** Contradictions, loose figures, and what the text of the study no longer holds. */
export function Reading({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const ofKind = (kind: CommunityNote["kind"]) => community.notes.filter((note) => note.kind === kind);
  return (
    <MarginSection id="lecture" title={t("reading")}>
      <Disputed locale={locale} community={community} />
      <Noted locale={locale} title={t("contradictions")} notes={ofKind("contradiction")} />
      <Noted locale={locale} title={t("facts")} notes={ofKind("fact")} />
      <h3 className="subhead">{t("lost")}</h3>
      <ul className="measure mt-1 list-disc ps-5">
        <li>{t("lostCharts")}</li>
        <li>{t("lostMarks")}</li>
        <li>{t("lostColours")}</li>
      </ul>
      <Cited locale={locale} sources={community.sources} citations={community.profile} />
      <AboutSources locale={locale} citations={community.profile} />
    </MarginSection>
  );
}

/** The page of the study that describes it: what it did and lacks. */
export function AboutSources({ locale, citations: [first] }: { locale: Locale; citations: readonly EntityCitation[] }) {
  return first ? (
    <p className="mt-3">
      <a href={localPath(locale, `/sources/${first.source}`)}>{translator(locale, "communities")("aboutSource")}</a>
    </p>
  ) : null;
}

/** Of what sources say differently, every value with who says it. */
function Disputed({ locale, community: { disputed } }: Props) {
  if (disputed.length === 0) return null;
  const labels = nounFieldLabels(locale, "community");
  return (
    <>
      <h3 className="subhead">{translator(locale, "communities")("disputed")}</h3>
      <div className="mt-1 mb-5">
        <Pairs
          rows={disputed.map(({ field, values }) => [
            labels(field),
            <Values key={field} locale={locale} values={values} codes={nounCodeLabels(locale)[field]} />,
          ])}
        />
      </div>
    </>
  );
}

function Noted({ locale, title, notes }: { locale: Locale; title: string; notes: readonly CommunityNote[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3 className="subhead">{title}</h3>
      <div className="mt-1 mb-5">
        <NotedLines locale={locale} notes={notes.map(({ text, citations }) => ({ text, lines: linesOf(citations) }))} />
      </div>
    </>
  );
}
