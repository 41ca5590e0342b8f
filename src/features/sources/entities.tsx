import "server-only";
import { Crumbs } from "@/components/crumbs";
import { nameOf } from "@/components/entity/entry";
import { Sentences } from "@/components/entity/sentences";
import { EntityLinked } from "@/components/entity/values";
import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { PageHead } from "@/components/page-head";
import { Pairs } from "@/components/pairs";
import { entitiesOfSource } from "@/data/entity/entities";
import { findSource } from "@/data/source/sources";
import { LINKED_NOUNS, type Noun } from "@/domain/nouns";
import { linkOf, type PublicEntity } from "@/domain/published/entity";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** What a document says in running text, which has a page of its own. */
const SAID: readonly Noun[] = ["finding", "recommendation"];

type Props = { locale: Locale; /** The slug of the document. */ source: string; entities: readonly PublicEntity[] };

/** The bodies, programmes, events and sheets that a document speaks of, and where its findings and recommendations are. */
export function Entities({ locale, source, entities }: Props) {
  const t = translator(locale, "sources");
  const ofNoun = (noun: Noun) => entities.filter((entity) => entity.noun === noun);
  const named = (entity: PublicEntity) => <EntityLinked key={entity.slug} locale={locale} entity={linkOf(entity)} />;
  if (entities.length === 0) return null;
  return (
    <MarginSection id="instances" title={t("namesThese")}>
      <Pairs
        rows={LINKED_NOUNS.filter((noun) => !SAID.includes(noun)).map((noun) => [
          translator(locale, "entities")(`links.${noun}`),
          ofNoun(noun).length > 0 ? <List className="contact-list long-list" items={ofNoun(noun).map(named)} /> : null,
        ])}
      />
      {SAID.some((noun) => ofNoun(noun).length > 0) ? (
        <p className="mt-3">
          <a href={localPath(locale, `/sources/${source}/constats`)}>{t("findingsTitle")}</a>
        </p>
      ) : null}
    </MarginSection>
  );
}

/** What a document finds and recommends, in our words, each sentence with its lines. Null when there is no such document, or it says nothing of the kind. */
export async function findingsPage(slug: string, locale: Locale) {
  const [source, entities] = await Promise.all([findSource(slug), entitiesOfSource(slug)]);
  const said = entities.filter(({ noun }) => SAID.includes(noun));
  if (!source || said.length === 0) return null;
  const t = translator(locale, "sources");
  const title = t("findingsTitle");
  const body = (
    <div className="frame">
      <PageHead
        crumbs={
          <Crumbs
            locale={locale}
            trail={[
              { href: "/sources", label: t("title") },
              { href: `/sources/${slug}`, label: source.title },
            ]}
          />
        }
        title={title}
        lead={t("findingsLead")}
      />
      {SAID.flatMap((noun) => said.filter((entity) => entity.noun === noun)).map((entity) => (
        <MarginSection key={entity.slug} id={entity.slug} title={nameOf(locale, entity)} prose>
          <Sentences locale={locale} entity={entity} source={slug} />
        </MarginSection>
      ))}
    </div>
  );
  return { head: { title: `${title} – ${source.title}`, description: t("findingsLead") }, body };
}
