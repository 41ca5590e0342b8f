import { Field, Select } from "@/components/field";
import { citableSources } from "@/data/editing/edit-form";
import { COMPLETENESS, FRESHNESS, MISSING_FIELDS, STAFF_STATES, type StaffListQuery } from "@/data/editing/staff-query";
import { everyChanger } from "@/data/staff-work/people";
import { zoneTree } from "@/data/zone/tree";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { termChoices } from "@/i18n/term-label";
import { labelsOf, translator } from "@/i18n/translator";
import { optionsOf } from "./field-blocks";
import type { Option } from "./form-spec";
import type { ListParameter } from "./list-query";

type Filter = { name: ListParameter; label: string; value: string | number | null | undefined; any?: string; options: readonly Option[] };

/** What narrows the list at first sight. */
function firstFilters(locale: Locale, { state, kind }: StaffListQuery): Filter[] {
  const t = translator(locale, "admin");
  return [
    {
      name: "etat",
      label: t("list.state"),
      value: state,
      any: t("list.anyState"),
      options: STAFF_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    { name: "kind", label: t("list.kind"), value: kind, any: t("list.anyKind"), options: optionsOf(labelsOf(locale).kind) },
  ];
}

/** What else narrows it: what an entry lacks, how fresh it is, who changed it, where it works, on what and who says so. */
async function moreFilters(locale: Locale, actor: Actor, query: StaffListQuery): Promise<Filter[]> {
  const t = translator(locale, "admin");
  const views = translator(locale, "staffViews");
  const [zones, sources, people] = await Promise.all([zoneTree(), citableSources(actor), everyChanger()]);
  const levels = labelsOf(locale).zoneLevel;
  return [
    {
      name: "completude",
      label: views("completeness"),
      value: query.completeness,
      options: COMPLETENESS.map((value) => ({ value, label: views(`completenessOf.${value}`) })),
    },
    {
      name: "manque",
      label: t("list.missing"),
      value: query.missing,
      options: MISSING_FIELDS.map((value) => ({ value, label: t(`list.missingOf.${value}`) })),
    },
    {
      name: "verification",
      label: t("list.freshness"),
      value: query.freshness,
      options: FRESHNESS.map((value) => ({ value, label: t(`list.freshnessOf.${value}`) })),
    },
    { name: "par", label: views("changedBy"), value: query.changedBy, options: people.map(({ id, name }) => ({ value: String(id), label: name })) },
    {
      name: "zone",
      label: t("list.zone"),
      value: query.zone,
      options: zones.map(({ slug, name, level }) => ({ value: slug, label: `${name} (${levels[level].toLowerCase()})` })),
    },
    { name: "theme", label: t("list.theme"), value: query.theme, options: termChoices(locale, "theme", "staff") },
    { name: "need", label: labelsOf(locale).field.needs, value: query.need, options: termChoices(locale, "need", "staff") },
    { name: "partner", label: t("field.partner_classes"), value: query.partner, options: termChoices(locale, "partner_class", "staff") },
    { name: "source", label: t("field.source"), value: query.source, options: sources.map(({ slug, title }) => ({ value: slug, label: title })) },
  ];
}

/** The orders of a list; a map has none. */
const orderFilter = (locale: Locale, { order }: StaffListQuery): Filter => ({
  name: "tri",
  label: translator(locale, "admin")("list.order"),
  value: order,
  any: translator(locale, "admin")("list.byName"),
  options: [
    { value: "missing", label: translator(locale, "staffViews")("missingFirst") },
    { value: "verification", label: translator(locale, "admin")("list.byVerification") },
  ],
});

type Props = { locale: Locale; actor: Actor; query: StaffListQuery; path: "/admin" | "/admin/carte" };

/** The search and the filters of the list of staff, or of its map: the address that they lead to is the whole state. */
export async function StaffFilters({ locale, actor, query, path }: Props) {
  const t = translator(locale, "admin");
  const any = t("list.any");
  const more = [...(await moreFilters(locale, actor, query)), ...(path === "/admin" ? [orderFilter(locale, query)] : [])];
  const control = ({ name, label, value, any: none = any, options }: Filter) => (
    <Field key={name} id={name} label={label}>
      {(given) => <Select {...given} name={name} defaultValue={String(value ?? "")} options={[{ value: "", label: none }, ...options]} />}
    </Field>
  );
  return (
    <form action={localPath(locale, path)} method="get" role="search" className="staff-search my-5">
      <Field id="q" label={t("list.search")}>
        {(given) => <input {...given} className="input" name="q" type="search" maxLength={200} defaultValue={query.q} />}
      </Field>
      {firstFilters(locale, query).map(control)}
      <button className="btn" type="submit">
        {t("list.submit")}
      </button>
      <details className="staff-more" open={more.some(({ value }) => value)}>
        <summary className="py-1">{t("list.moreFilters")}</summary>
        <div className="staff-search-more">{more.map(control)}</div>
      </details>
    </form>
  );
}
