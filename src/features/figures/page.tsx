import { Crumbs } from "@/components/crumbs";
import { Links } from "@/components/list";
import { PageHead } from "@/components/page-head";
import { expressedNeeds } from "@/data/statistic/needs";
import { allStatistics } from "@/data/statistic/published";
import { MEASURE_GROUPS } from "@/domain/measures";
import { TYPOLOGIES } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { KeyFigures } from "./key-figures";
import { ExpressedNeeds } from "./needs";
import { RegionTable } from "./region-table";

/** The published figures, tables and descriptions that are not about one organisation. */
export async function FiguresPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "figures");
  const [statistics, needs] = await Promise.all([allStatistics(), expressedNeeds()]);
  const sections = [
    ["cles", t("key")],
    ["migrants-internes", t("internal.title"), "internal"],
    ["origines", t("origins.title"), "origins"],
    ["nationalites", t("nationalities.title"), "nationalities"],
    ["typologies", t("profiles.title")],
    ["besoins", t("needs.title")],
  ] as const;
  const [key, internal, origins, nationalities, profiles, expressed] = sections;
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")}>
        <nav aria-label={t("contents")} className="no-print">
          <Links className="figure-contents mt-4 flex flex-wrap gap-x-6 gap-y-1" items={sections.map(([id, title]) => ({ href: `#${id}`, label: title }))} />
        </nav>
      </PageHead>
      <section className="section figure-section" id={key[0]}>
        <h2>{key[1]}</h2>
        <KeyFigures locale={locale} statistics={statistics} />
      </section>
      {([internal, origins, nationalities] as const).map(([id, title, group]) => (
        <section key={id} className="section figure-section" id={id}>
          <h2>{title}</h2>
          <RegionTable
            locale={locale}
            statistics={statistics}
            measures={MEASURE_GROUPS[group]}
            caption={t(`${group}.caption`)}
            fault={t(`${group}.fault`)}
            withSum={group === "origins"}
          />
        </section>
      ))}
      <section className="section figure-section" id={profiles[0]}>
        <h2>{profiles[1]}</h2>
        <p className="lead">{t("profiles.text")}</p>
        <Links items={TYPOLOGIES.map((typology) => ({ href: localPath(locale, `/typologies/${typology}`), label: labelsOf(locale).typology[typology] }))} />
      </section>
      <section className="section figure-section" id={expressed[0]}>
        <h2>{expressed[1]}</h2>
        <p className="lead">{t("needs.text")}</p>
        <ExpressedNeeds locale={locale} needs={needs} />
      </section>
    </div>
  );
}
