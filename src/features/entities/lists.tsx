import "server-only";
import { EntityEntry, EntityIndex } from "@/components/entity/entry";
import { PageHead } from "@/components/page-head";
import { listEntities } from "@/data/entity/entities";
import { BODY_SCOPES } from "@/domain/nouns";
import type { PublicEntity } from "@/domain/published/entity";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** The bodies of dialogue by scale: those of the country before those beyond it. */
export async function BodiesPage({ locale }: { locale: Locale }) {
  const bodies = await listEntities("body");
  const t = translator(locale, "entities");
  const { bodyScope } = labelsOf(locale);
  const scopeOf = ({ fields }: PublicEntity) => fields.scope?.[0]?.value ?? null;
  return (
    <div className="frame">
      <PageHead title={t("bodies.title")} lead={t("bodies.lead")}>
        <p className="mt-3.5">{t("bodies.count", { count: bodies.length })}</p>
        <EntityIndex locale={locale} entities={bodies} />
      </PageHead>
      {[...BODY_SCOPES, null].map((scope) => {
        const own = bodies.filter((body) => scopeOf(body) === scope);
        return own.length === 0 ? null : (
          <Group key={scope ?? "unknown"} locale={locale} title={scope ? bodyScope[scope] : t("bodies.otherScope")} entities={own} />
        );
      })}
    </div>
  );
}

/** The programmes, then the events that documents date. */
export async function ProgrammesPage({ locale }: { locale: Locale }) {
  const [programmes, events] = await Promise.all([listEntities("programme"), listEntities("event")]);
  const t = translator(locale, "entities");
  return (
    <div className="frame">
      <PageHead title={t("programmes.title")} lead={t("programmes.lead")}>
        <p className="mt-3.5">{t("programmes.count", { count: programmes.length })}</p>
        <EntityIndex locale={locale} entities={[...programmes, ...events]} />
      </PageHead>
      <Group locale={locale} title={t("programmes.title")} entities={programmes} />
      {events.length > 0 ? <Group locale={locale} title={t("programmes.events")} entities={events} /> : null}
    </div>
  );
}

function Group({ locale, title, entities }: { locale: Locale; title: string; entities: readonly PublicEntity[] }) {
  return (
    <section className="section py-6">
      <h2>{title}</h2>
      {entities.map((entity) => (
        <EntityEntry key={entity.slug} locale={locale} entity={entity} />
      ))}
    </section>
  );
}
