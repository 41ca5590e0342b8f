import { Links, List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { organisationLink } from "@/components/organisation-link";
import { PageHead } from "@/components/page-head";
import { Pairs } from "@/components/pairs";
import { Table } from "@/components/table";
import { EXPORT_COLUMN_NAMES, fieldOfColumn, type ExportColumn } from "@/domain/export-columns";
import { codesOfFilter, FILTER_GROUPS, isCoded, PAGE_SIZES, SORTS, UNKNOWN, UNKNOWN_GROUPS, type CodedFilter, type FilterGroup } from "@/domain/filters";
import { NOUNS, PLURALS } from "@/domain/nouns";
import { CONSORTIUM, EXAMPLES } from "@/domain/settings";
import { codesIn } from "@/domain/terms";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

const LIST = "/api/v1/organisations";

/** What a column holds: a sentence, or else the label of its field. */
function meaningOf(locale: Locale, column: ExportColumn): string {
  const t = translator(locale, "openData");
  const field = fieldOfColumn(column);
  return field && !t.has(`columns.${column}` as "columns.slug") ? fieldLabel(locale, field) : t(`columns.${column}` as "columns.slug");
}

/** The open data page: files, interface, parameters, columns, licence, and how to report a fault. */
export function OpenDataPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "openData");
  const selection = translator(locale, "selection");
  const everything = `?${ORGANISATION_KINDS.map((kind) => `kind=${kind}`).join("&")}`;
  const files = [
    ["/api/v1/organisations.csv", t("fileOrganisations")],
    ["/api/v1/citations.csv", t("fileCitations")],
    [`/api/v1/organisations.csv${everything}`, t("fileOrganisationsAll")],
    [`/api/v1/citations.csv${everything}`, t("fileCitationsAll")],
  ] as const;
  return (
    <div className="frame">
      <PageHead title={t("title")} lead={t("lead")} />
      <MarginSection title={t("filesTitle")} prose>
        <Links items={files.map(([href, label]) => ({ href, label }))} />
        <p>{t("filesText")}</p>
        <p>{t("fileNote")}</p>
        <p>{t("someText")}</p>
        <Links
          items={[
            { href: localPath(locale, "/selection"), label: selection("title") },
            { href: localPath(locale, "/comparer"), label: selection("others") },
          ]}
        />
      </MarginSection>
      <MarginSection title={t("includedTitle")} prose>
        <List items={(["sources", "typology", "contacts", "confidential", "needs"] as const).map((key) => t(`included.${key}`))} />
      </MarginSection>
      <MarginSection title={t("apiTitle")} prose>
        <p>{t("apiText")}</p>
        <p>
          <a href={localPath(locale, "/recherche/aide")}>{t("searchHelp")}</a>
        </p>
        <Pairs
          names="code"
          rows={[
            [`GET ${LIST}`, t("apiList")],
            [`GET ${LIST}/{slug}`, t("apiOne")],
            [`GET ${LIST}.atom`, t("apiFeed")],
            [
              `GET /api/v1/${PLURALS.body}`,
              t("apiEntities", {
                others: NOUNS.slice(1)
                  .map((noun) => PLURALS[noun])
                  .join(", "),
              }),
            ],
            ["GET /api/v1/figures", t("apiFigures")],
            ["GET /api/v1/coverage.csv", t("apiCoverage")],
            ["GET /api/v1/relations.csv", t("apiRelations")],
            ["GET /api/v1/map.csv", t("apiMap")],
            ["GET /api/v1/limits.geojson", t("apiLimits")],
            ["GET /api/v1/selection.csv?organisations=", t("apiSelection")],
            ["GET /api/v1/suggestions?q=", t("apiSuggestions")],
          ]}
        />
        <h3>{t("examplesTitle")}</h3>
        <Links items={Object.entries(EXAMPLES.api).map(([key, asked]) => ({ href: LIST + asked, label: t(`examples.${key as keyof typeof EXAMPLES.api}`) }))} />
      </MarginSection>
      <MarginSection id="parametres" title={t("parametersTitle")}>
        <div className="prose">
          <p>{t("parametersText")}</p>
          <p>{t("exceptText")}</p>
          <p>{t("localText")}</p>
          <p>{t("zoneNote")}</p>
        </div>
        <ParameterTable locale={locale} />
      </MarginSection>
      <MarginSection title={t("columnsTitle")}>
        <Table
          rows={EXPORT_COLUMN_NAMES}
          keyOf={(name) => name}
          columns={[
            { head: t("column"), cell: (name) => <code>{name}</code> },
            { head: t("meaning"), cell: (name) => meaningOf(locale, name) },
          ]}
        />
      </MarginSection>
      <MarginSection title={t("licenceTitle")} prose>
        <p>{t("licenceText")}</p>
      </MarginSection>
      <MarginSection id="erreur" title={t("correctionTitle")} prose>
        <p>{t("correctionText")}</p>
        <p>
          <a href={localPath(locale, "/proposer")}>{translator(locale, "proposals")("add")}</a>
        </p>
        <Links items={CONSORTIUM.members.map((member) => organisationLink(locale, member))} />
      </MarginSection>
    </div>
  );
}

function ParameterTable({ locale }: { locale: Locale }) {
  const t = translator(locale, "openData");
  const { filter } = labelsOf(locale);
  const recordValues: Record<Exclude<FilterGroup, CodedFilter>, string> = {
    zone: t("values_zone"),
    country: t("values_country"),
    partner: t("values_partner", { classes: codesIn("partner_class", "public").join(", ") }),
    network: t("values_network"),
    community: t("values_community"),
    body: t("values_body"),
    programme: t("values_programme"),
    source: t("values_source"),
  };
  const valuesOf = (group: FilterGroup) =>
    [
      ...(isCoded(group) ? codesOfFilter(group) : [recordValues[group as keyof typeof recordValues]]),
      ...(UNKNOWN_GROUPS.includes(group) ? [UNKNOWN] : []),
    ].join(", ");
  const rows: [string, string, string][] = [
    ["q", t("searchLabel"), t("values_q")],
    ...FILTER_GROUPS.map((group): [string, string, string] => [group, filter[group], valuesOf(group)]),
    ["sort", t("sortLabel"), SORTS.join(", ")],
    ["page", t("pageLabel"), t("values_page")],
    ["pageSize", t("pageSizeLabel"), t("values_pageSize", { max: PAGE_SIZES.max, default: PAGE_SIZES.default })],
  ];
  return (
    <Table
      rows={rows}
      keyOf={([name]) => name}
      columns={[
        { head: t("parameter"), cell: ([name]) => <code>{name}</code> },
        { head: t("meaning"), cell: ([, meaning]) => meaning },
        { head: t("values"), className: "wrap-anywhere", cell: ([, , values]) => values },
      ]}
    />
  );
}
