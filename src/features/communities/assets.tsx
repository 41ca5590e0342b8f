import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { COMMUNITY_DIMENSIONS } from "@/domain/community";
import type { CommunityNote, CommunityProfile } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited } from "./cited";

type Props = { locale: Locale; community: CommunityProfile };

/** Opportunities and constraints of lasting reintegration, by dimension. */
export function Assets({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const notes = community.notes.filter(({ dimension }) => dimension !== null);
  return (
    <MarginSection id="atouts" title={t("strengths")}>
      {COMMUNITY_DIMENSIONS.map((dimension) => {
        const ofKind = (kind: CommunityNote["kind"]) => notes.filter((note) => note.dimension === dimension && note.kind === kind);
        return (
          <div key={dimension} className="mb-5">
            <h3 className="subhead">{t(`dimensionOf.${dimension}`)}</h3>
            <div className="mt-1 grid gap-x-8 gap-y-3 md:grid-cols-2">
              <Points locale={locale} title={t("opportunities")} notes={ofKind("opportunity")} />
              <Points locale={locale} title={t("constraints")} notes={ofKind("constraint")} />
            </div>
          </div>
        );
      })}
      <Cited locale={locale} sources={community.sources} citations={notes.flatMap(({ citations }) => citations)} />
    </MarginSection>
  );
}

function Points({ locale, title, notes }: { locale: Locale; title: string; notes: readonly CommunityNote[] }) {
  const t = translator(locale, "communities");
  return (
    <div>
      <h4 className="kicker mb-0">{title}</h4>
      {notes.length === 0 ? <p className="soft">{t("noneGiven")}</p> : <List className="list-disc ps-5" items={notes.map(({ text }) => text[locale])} />}
    </div>
  );
}
