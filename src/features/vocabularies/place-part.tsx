import { ButtonForm } from "@/components/button-form";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { changesOfPlace, type AddedZone, type PlaceChange } from "@/data/zone/staff";
import { zoneTree } from "@/data/zone/tree";
import { MERGED_INTO_FIELD, NAME_FIELD } from "@/domain/change";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, labelsOf, translator } from "@/i18n/translator";
import { mergeZoneAction, removeZoneAction, renameZoneAction, undoZoneMergeAction } from "./place-actions";
import { PATH } from "./path";
import { PlaceTable } from "./zones";

type Props = { locale: Locale; place: AddedZone };

/** What can be done to a place of the consortium, and what was done to it. */
export async function PlacePart({ locale, actor, place }: Props & { actor: Actor }) {
  const { mergedInto, slug } = place;
  return (
    <>
      <PlaceTable locale={locale} zones={[place]} />
      {mergedInto === null ? <Standing locale={locale} place={place} /> : <Merged locale={locale} place={place} into={mergedInto.name} />}
      <History locale={locale} changes={await changesOfPlace(actor, slug)} />
      <p className="my-5">
        <a href={localPath(locale, `${PATH}#lieux`)}>{translator(locale, "vocabularies")("zones.title")}</a>
      </p>
    </>
  );
}

async function Standing({ locale, place: { slug, name, all } }: Props) {
  const t = translator(locale, "vocabularies");
  const required = translator(locale, "site")("required");
  const { zoneLevel } = labelsOf(locale);
  const byName = new Intl.Collator(locale);
  const others = (await zoneTree()).filter((zone) => zone.slug !== slug).toSorted((a, b) => byName.compare(a.name, b.name));
  const options = others.map((zone) => ({ value: zone.slug, label: `${zone.name} (${zoneLevel[zone.level].toLowerCase()})` }));
  return (
    <>
      <section className="section py-5">
        <h2>{t("zones.rename.title")}</h2>
        <p className="prose mt-2 mb-4">{t("zones.rename.lead", { slug })}</p>
        <FieldsForm
          id="nom"
          controls={[{ name: "name", label: t("zones.name"), required, type: "line", lang: "fr" }]}
          submit={t("zones.rename.submit")}
          initial={firstFields({ name })}
          action={renameZoneAction.bind(null, locale, slug)}
        />
      </section>
      <section className="section py-5">
        <h2>{t("zones.merge.title")}</h2>
        <p className="prose mt-2 mb-4">{t("zones.merge.lead", { count: all })}</p>
        <FieldsForm
          id="fusion"
          controls={[{ name: "into", label: t("zones.merge.into"), required, type: "select", options: [{ value: "", label: t("form.choose") }, ...options] }]}
          submit={t("merge.submit")}
          initial={firstFields()}
          action={mergeZoneAction.bind(null, locale, slug)}
        />
      </section>
      <section className="section py-5">
        <h2>{t("zones.remove.title")}</h2>
        {all > 0 ? (
          <p className="prose mt-2">{t("zones.remove.inUse")}</p>
        ) : (
          <ButtonForm action={removeZoneAction.bind(null, locale, slug)} label={t("remove.submit")}>
            <p className="prose mt-2">{t("zones.remove.lead")}</p>
          </ButtonForm>
        )}
      </section>
    </>
  );
}

function Merged({ locale, place: { slug, name }, into }: Props & { into: string }) {
  const t = translator(locale, "vocabularies");
  return (
    <ButtonForm action={undoZoneMergeAction.bind(null, locale, slug)} label={t("merge.undo")} className="section py-5">
      <p>{t("zones.merge.now", { from: name, into })}</p>
      <p className="field-hint">{t("merge.undoHint")}</p>
    </ButtonForm>
  );
}

async function History({ locale, changes }: { locale: Locale; changes: readonly PlaceChange[] }) {
  const t = translator(locale, "vocabularies");
  const names = new Map((await zoneTree()).map(({ slug, name }) => [slug, name]));
  const nameOf = (slug: unknown) => names.get(String(slug)) ?? String(slug);
  const said = ({ field, before, after, action }: PlaceChange): string => {
    if (field === MERGED_INTO_FIELD) return after ? t("history.merged", { term: nameOf(after) }) : t("history.unmerged", { term: nameOf(before) });
    if (field === NAME_FIELD) return t("zones.history.renamed", { before: String(before), after: String(after) });
    return action === "archived" ? t("history.removed") : t(action === "unarchived" ? "zones.history.again" : "zones.history.added");
  };
  return (
    <section className="section py-5">
      <h2>{t("zones.history.title")}</h2>
      <ol className="mt-2">
        {changes.map((change, index) => (
          <li key={index} className="py-1">
            {said(change)}{" "}
            <span className="aside">{translator(locale, "changes")("history.by", { who: change.who, when: formatMoment(locale, change.at) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
