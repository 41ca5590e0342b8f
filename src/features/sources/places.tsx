import { Links, List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { organisationLink } from "@/components/organisation-link";
import { Table } from "@/components/table";
import type { SourcePlace } from "@/domain/published/source";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const KINDS = [
  "citations",
  "typologyStatements",
  "statistics",
  "entries",
  "communityFigures",
  "communityActors",
  "entityStatements",
] as const satisfies readonly (keyof SourcePlace)[];

type Props = {
  locale: Locale;
  places: readonly SourcePlace[];
  /** Where those places that are transcribed tables stand on the page. */
  anchors: ReadonlyMap<string, string>;
};

/** What each table of a document gave, and the organisations of which it speaks, named where they are few. */
export function Places({ locale, places, anchors }: Props) {
  const t = translator(locale, "sources");
  return (
    <MarginSection id="tableaux" title={t("places")}>
      <Table
        caption={t("placesCaption")}
        rows={places}
        keyOf={({ place }) => place ?? ""}
        columns={[
          {
            head: t("place"),
            className: "sm:whitespace-nowrap",
            cell: ({ place }) => (place === null ? t("runningText") : <Place place={place} anchor={anchors.get(place)} />),
          },
          {
            head: t("values"),
            cell: (place) => <List items={KINDS.filter((kind) => place[kind] > 0).map((kind) => t(`placeValues.${kind}`, { count: place[kind] }))} />,
          },
          { head: t("organisations"), cell: (place) => <Named locale={locale} place={place} /> },
        ]}
      />
    </MarginSection>
  );
}

function Place({ place, anchor }: { place: string; anchor: string | undefined }) {
  return <span lang="fr">{anchor ? <a href={`#${anchor}`}>{place}</a> : place}</span>;
}

/** How many organisations a table speaks of and, where they are few, which. */
function Named({ locale, place: { organisationCount: count, organisations } }: { locale: Locale; place: SourcePlace }) {
  if (count === 0) return null;
  const words = translator(locale, "sources")("organisationCount", { count });
  if (organisations.length === 0) return words;
  return (
    <details>
      <summary className="py-0.5">{words}</summary>
      <Links className="contact-list long-list mt-1" items={organisations.map((organisation) => organisationLink(locale, organisation))} />
    </details>
  );
}
