import { NAMED_BY } from "@/domain/nouns";
import type { PublicEntity } from "@/domain/published/entity";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Facts, SourcesOf } from "./facts";
import { Places } from "../places";
import { capitalised } from "./link";

/** How an entity is called, in the language of the page where that is ours to say. */
export function nameOf(locale: Locale, { noun, fields }: PublicEntity): string {
  const { value, text } = fields[NAMED_BY[noun]]![0]!;
  return capitalised(locale, text ? text[locale] : value!);
}

type Props = { locale: Locale; entity: PublicEntity };

/** An entity on the page of its noun, with an address of its own. */
export function EntityEntry({ locale, entity }: Props) {
  const { noun, slug, fields } = entity;
  const name = fields[NAMED_BY[noun]]![0]!;
  const acronym = fields.acronym?.[0]?.value;
  const inferred = name.citations.every(({ basis }) => basis === "inferred");
  return (
    <article id={slug} className="entry entity">
      <h3 className="entry-name">
        <span lang={name.text || locale === "fr" ? undefined : "fr"}>{nameOf(locale, entity)}</span>
        {acronym ? <span className="entry-acronym"> {acronym}</span> : null}
        {inferred ? <span className="tag"> {translator(locale, "entities")("inferred")}</span> : null}
      </h3>
      {fields.description ? (
        <p className="measure">
          {fields.description.map(({ text, citations }, index) => (
            <span key={index}>
              {text?.[locale]} <Places locale={locale} citations={citations} />{" "}
            </span>
          ))}
        </p>
      ) : null}
      <Facts
        locale={locale}
        entity={entity}
        without={[NAMED_BY[noun], "acronym", "description"].filter((field) => field === "description" || fields[field]?.length === 1)}
      />
      <SourcesOf locale={locale} entities={[entity]} />
    </article>
  );
}

/** Links to the entities of a page, which has many. */
export function EntityIndex({ locale, entities }: { locale: Locale; entities: readonly PublicEntity[] }) {
  return (
    <details className="no-print">
      <summary className="py-0.5">{translator(locale, "entities")("onThisPage")}</summary>
      <ul className="contact-list long-list mt-1">
        {entities.map((entity) => (
          <li key={entity.slug}>
            <a href={`#${entity.slug}`}>{nameOf(locale, entity)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
