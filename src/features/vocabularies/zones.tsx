import { type FieldsControl, FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { Table } from "@/components/table";
import { citableSources } from "@/data/editing/edit-form";
import { ADDED_LEVELS } from "@/data/zone/add";
import type { AddedZone } from "@/data/zone/staff";
import { zoneTree } from "@/data/zone/tree";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, labelsOf, translator } from "@/i18n/translator";
import { placePath } from "./path";
import { addZoneAction } from "./place-actions";

async function controlsOf(locale: Locale, actor: Actor): Promise<FieldsControl[]> {
  const t = translator(locale, "vocabularies");
  const required = translator(locale, "site")("required");
  const none = { value: "", label: t("form.choose") };
  const { zoneLevel } = labelsOf(locale);
  const [zones, sources] = await Promise.all([zoneTree(), citableSources(actor)]);
  const byName = new Intl.Collator(locale);
  const around = zones.filter(({ level }) => level !== "locality").toSorted((a, b) => byName.compare(a.name, b.name));
  return [
    { name: "name", type: "line", label: t("zones.name"), required, lang: "fr" },
    { name: "level", type: "select", label: t("zones.level"), required, options: [none, ...ADDED_LEVELS.map((value) => ({ value, label: zoneLevel[value] }))] },
    {
      name: "inside",
      type: "select",
      label: t("zones.inside"),
      required,
      options: [none, ...around.map(({ slug, name, level }) => ({ value: slug, label: `${name} (${zoneLevel[level].toLowerCase()})` }))],
    },
    {
      name: "source",
      type: "select",
      label: t("zones.source"),
      hint: t("zones.sourceHint"),
      required,
      options: [none, ...sources.map(({ slug, title }) => ({ value: slug, label: title }))],
    },
  ];
}

/** Places that staff added, with how many entries are in each. A name leads to what can be done to the place, a count to its entries. */
export function PlaceTable({ locale, zones }: { locale: Locale; zones: readonly AddedZone[] }) {
  const t = translator(locale, "vocabularies");
  const { zoneLevel } = labelsOf(locale);
  const link = (href: string, name: string, title?: string) => (
    <a className="inline-block py-1" href={localPath(locale, href)} aria-label={title}>
      {name}
    </a>
  );
  const count = ({ slug, name }: AddedZone, number: number, state: string) =>
    number === 0 ? formatNumber(locale, 0) : link(`/admin?zone=${slug}${state}`, formatNumber(locale, number), t("countIn", { count: number, place: name }));
  return (
    <Table
      rows={zones}
      keyOf={({ code }) => code}
      columns={[
        { head: t("zones.name"), cell: ({ slug, name }) => link(placePath(slug), name, t("changeOne", { term: name })) },
        { head: t("zones.level"), cell: ({ level }) => zoneLevel[level] },
        { head: t("zones.inside"), cell: ({ inside }) => link(`/zones/${inside.slug}`, inside.name) },
        { head: t("zones.source"), cell: ({ source }) => source },
        {
          head: t("zones.page"),
          cell: ({ slug, mergedInto }) =>
            mergedInto ? t("merged", { term: mergedInto.name }) : link(`/zones/${slug}`, t("zones.see"), t("zones.seeOne", { slug })),
        },
        { head: t("published"), num: true, cell: (zone) => count(zone, zone.published, "&etat=published") },
        { head: t("all"), num: true, cell: (zone) => count(zone, zone.all, "") },
      ]}
    />
  );
}

/** The places that staff added, and the form that adds one. */
export async function ZonesPart({ locale, actor, zones }: { locale: Locale; actor: Actor; zones: readonly AddedZone[] }) {
  const t = translator(locale, "vocabularies");
  return (
    <section id="lieux" className="section py-5">
      <h2>{t("zones.title")}</h2>
      {zones.length === 0 ? <p className="mt-2">{t("zones.none")}</p> : <PlaceTable locale={locale} zones={zones} />}
      <h3 className="mt-6">{t("zones.formTitle")}</h3>
      <p className="prose mt-2 mb-4">{t("zones.formLead")}</p>
      <FieldsForm
        id="lieu"
        controls={await controlsOf(locale, actor)}
        submit={t("zones.add")}
        initial={firstFields()}
        action={addZoneAction.bind(null, locale)}
      />
    </section>
  );
}
