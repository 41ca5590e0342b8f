import { Field } from "@/components/field";
import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { OrganisationLink } from "@/components/organisation-link";
import type { CommunityPlace } from "@/data/community/in-zone";
import type { DirectoryQuery } from "@/domain/filters";
import type { PublicEntity } from "@/domain/published/entity";
import type { FoundOrganisation } from "@/domain/published/search";
import { ORGANISATION_KINDS, type Chain } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { insideSentence } from "@/i18n/typography";
import type { Asked } from "./finder";

type FinderProps = { locale: Locale; chains: readonly PublicEntity[]; communities: readonly CommunityPlace[]; query?: DirectoryQuery };

/** A plain GET form of three questions. */
export function Finder({ locale, chains, communities, query }: FinderProps) {
  const t = translator(locale, "chains");
  const labels = labelsOf(locale);
  const select = (name: "chain" | "community" | "kind", options: readonly (readonly [value: string, label: string])[]) => (
    <Field id={`chercher-${name}`} label={labels.filter[name]}>
      {(control) => (
        <select {...control} className="input" name={name}>
          <option value="">{t(`any.${name}`)}</option>
          {options.map(([value, label]) => (
            <option key={value} value={value} selected={query?.groups[name]?.[0] === value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <form action={localPath(locale, "/filieres")} method="get" role="search" className="no-print grid items-end gap-x-6 md:grid-cols-4">
      {select(
        "chain",
        chains.map(({ slug }) => [slug, labels.chain[slug as Chain] ?? slug]),
      )}
      {select(
        "community",
        communities.map(({ slug, name }) => [slug, name]),
      )}
      {select(
        "kind",
        ORGANISATION_KINDS.map((kind) => [kind, labels.kind[kind]]),
      )}
      <div className="field">
        <button className="btn">{t("find")}</button>
      </div>
    </form>
  );
}

/** Who could be a partner, those first whom a document names in the community that was asked for. */
export function Found({ locale, asked, communities }: { locale: Locale; asked: Asked; communities: readonly CommunityPlace[] }) {
  const t = translator(locale, "chains");
  const names = communities.filter(({ slug }) => asked.query.groups.community?.includes(slug)).map(({ name }) => name);
  return (
    <MarginSection id="partenaires" title={t("found", { count: asked.total })}>
      {asked.total === 0 ? <p className="measure">{t("nobody")}</p> : null}
      {names.length > 0 && asked.total > 0 ? (
        <>
          <h3 className="subhead">{t("present", { place: names.join(", ") })}</h3>
          {asked.present.length > 0 ? <Partners locale={locale} organisations={asked.present} /> : <p className="soft">{t("noneThere")}</p>}
          {asked.others.length > 0 ? (
            <>
              <h3 className="subhead mt-4">{t("elsewhere")}</h3>
              <p className="measure">{t("elsewhereLead")}</p>
            </>
          ) : null}
        </>
      ) : null}
      <Partners locale={locale} organisations={asked.others} />
      {asked.total > 0 ? (
        <p className="mt-3">
          <a href={localPath(locale, `/organisations${asked.list}`)}>{t("inList", { count: asked.total })}</a>
        </p>
      ) : null}
    </MarginSection>
  );
}

function Partners({ locale, organisations }: { locale: Locale; organisations: readonly FoundOrganisation[] }) {
  const labels = labelsOf(locale);
  if (organisations.length === 0) return null;
  return (
    <List
      className="contact-list"
      items={organisations.map((organisation) => (
        <>
          <OrganisationLink locale={locale} organisation={organisation} />{" "}
          <span className="aside">
            {labels.kind[organisation.kind]} · {organisation.chains.map((chain) => insideSentence(labels.chain[chain])).join(", ")}
          </span>
        </>
      ))}
    />
  );
}
