import type { ReactNode } from "react";
import { List } from "../list";
import { entityLabel, entityPath } from "./link";
import { OrganisationLink } from "../organisation-link";
import { Places } from "../places";
import type { EntityValue } from "@/domain/published/entity";
import type { EntityLink } from "@/domain/published/entity-link";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, formatPartialDate, translator } from "@/i18n/translator";

/** The name of another entity, which leads to it where it is shown. */
export function EntityLinked({ locale, entity }: { locale: Locale; entity: EntityLink }) {
  const path = entityPath(entity);
  const { label, lang } = entityLabel(locale, entity);
  return path === null ? (
    <span lang={lang}>{label}</span>
  ) : (
    <a href={localPath(locale, path)} lang={lang}>
      {label}
    </a>
  );
}

type Props = { locale: Locale; values: readonly EntityValue[]; codes?: Readonly<Record<string, string>>; time?: true };

/** The values of a field, each with where it is said. */
export function Values({ locale, values, codes = {}, time }: Props) {
  const t = translator(locale, "entities");
  const one = (said: EntityValue) => (
    <>
      {/* A text of ours says it itself. */}
      {said.about && !said.text ? `${t("about")} ` : null}
      {said.moreThan && !said.text ? `${t("moreThan")} ` : null}
      <Value locale={locale} said={said} codes={codes} time={time} />
      <Period locale={locale} {...said} /> <Places locale={locale} citations={said.citations} />
    </>
  );
  return (
    <>
      {values.length === 1 ? one(values[0]!) : <List className="entity-values" items={values.map(one)} />}
      {values.some(({ openList }) => openList) ? <p className="aside">{t("open")}</p> : null}
    </>
  );
}

function Value({
  locale,
  said: { value, text, number, unit, organisation, zone, entity },
  codes,
  time,
}: { locale: Locale; said: EntityValue } & Pick<Props, "codes" | "time">): ReactNode {
  if (organisation) return <OrganisationLink locale={locale} organisation={organisation} />;
  if (zone) return <a href={localPath(locale, `/zones/${zone.slug}`)}>{zone.name}</a>;
  if (entity) return <EntityLinked locale={locale} entity={entity} />;
  if (text) return text[locale];
  if (number !== null)
    return unit === "percent" ? formatNumber(locale, number / 100, { style: "percent", maximumFractionDigits: 1 }) : formatNumber(locale, number);
  if (time) return formatPartialDate(locale, value!);
  if (/^https?:/.test(value!)) return <a href={value!}>{value!.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>;
  return codes?.[value!] ?? <span lang={locale === "fr" ? undefined : "fr"}>{value}</span>;
}

function Period({ locale, since, until }: Pick<EntityValue, "since" | "until"> & { locale: Locale }) {
  const t = translator(locale, "entities");
  const [from, to] = [since && formatPartialDate(locale, since), until && formatPartialDate(locale, until)];
  if (!from && !to) return null;
  return ` (${from && to ? t("between", { since: from, until: to }) : from ? t("since", { since: from }) : t("until", { until: to! })})`;
}
