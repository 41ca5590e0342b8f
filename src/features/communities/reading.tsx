import { MarginSection } from "@/components/margin-section";
import type { CommunityNote, CommunityProfile } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { NotedLines } from "@/components/noted-lines";
import { Cited } from "./cited";

type Props = { locale: Locale; community: CommunityProfile };

/** Contradictions, loose figures, and what the text of the study no longer holds. */
export function Reading({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const ofKind = (kind: CommunityNote["kind"]) => community.notes.filter((note) => note.kind === kind);
  return (
    <MarginSection id="lecture" title={t("reading")}>
      <Noted locale={locale} title={t("contradictions")} notes={ofKind("contradiction")} />
      <Noted locale={locale} title={t("facts")} notes={ofKind("fact")} />
      <h3 className="subhead">{t("lost")}</h3>
      <ul className="measure mt-1 list-disc ps-5">
        <li>{t("lostCharts")}</li>
        <li>{t("lostMarks")}</li>
        <li>{t("lostColours")}</li>
      </ul>
      <Cited locale={locale} source={community.source} lines={community.lines} />
      <p className="mt-3">
        <a href={localPath(locale, `/sources/${community.source.slug}`)}>{t("aboutSource")}</a>
      </p>
    </MarginSection>
  );
}

function Noted({ locale, title, notes }: { locale: Locale; title: string; notes: readonly CommunityNote[] }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3 className="subhead">{title}</h3>
      <div className="mt-1 mb-5">
        <NotedLines locale={locale} notes={notes} />
      </div>
    </>
  );
}
