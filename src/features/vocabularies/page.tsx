import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canEditVocabularies } from "@/auth/permissions";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { countedTerms } from "@/data/term/staff";
import { addedZones } from "@/data/zone/staff";
import { VOCABULARY_NAMES } from "@/domain/terms";
import { type Locale, pathsIn } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { first, type Search } from "@/lib/http/search";
import { addTermAction } from "./actions";
import { labelControls } from "./label-controls";
import { PATH } from "./path";
import { PlacePart } from "./place-part";
import { TermPart } from "./term-part";
import { TermTable } from "./term-table";
import { ZonesPart } from "./zones";

const DONE = [
  "ajoute",
  "enregistre",
  "inchange",
  "fusionne",
  "defaite",
  "impossible",
  "retire",
  "disparu",
  "utilise",
  "lieu-ajoute",
  "lieu-enregistre",
  "lieu-fusionne",
  "lieu-retire",
  "lieu-disparu",
  "lieu-utilise",
] as const;
const BADLY: readonly string[] = ["impossible", "disparu", "utilise", "lieu-disparu", "lieu-utilise"];

/** `/admin/vocabulaires`: every vocabulary with its terms; with `terme`, what can be done to one; with `lieu`, to a place. */
export async function VocabulariesPage({ locale, search, signOut }: { locale: Locale; search: Search; signOut: ReactNode }) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: PATH, may: canEditVocabularies, wanted: "vocabularies" });
  const t = translator(locale, "vocabularies");
  const done = DONE.find((word) => word === first(search.fait));
  const notice = done ? <Notice kind={BADLY.includes(done) ? "warning" : "success"}>{t(`done.${done}`)}</Notice> : null;
  const vocabularies = await countedTerms(actor);
  const frame = { locale, actor, tab: PATH, signOut } as const;
  const [vocabulary, code] = first(search.terme).split(":");
  const terms = vocabularies.find((one) => one.vocabulary === vocabulary)?.terms ?? [];
  const chosen = terms.find((term) => term.code === code && term.local !== null);
  if (chosen?.local) {
    return (
      <StaffFrame {...frame} title={chosen.local[locale]} lead={t(`one.${chosen.local.vocabulary}`)} below={[]}>
        {notice}
        <TermPart locale={locale} actor={actor} term={chosen} local={chosen.local} />
      </StaffFrame>
    );
  }
  const places = await addedZones(actor);
  const place = places.find(({ slug }) => slug === first(search.lieu));
  if (place) {
    return (
      <StaffFrame {...frame} title={place.name} lead={labelsOf(locale).zoneLevel[place.level]} below={[]}>
        {notice}
        <PlacePart locale={locale} actor={actor} place={place} />
      </StaffFrame>
    );
  }
  const required = translator(locale, "site")("required");
  const choices = [{ value: "", label: t("form.choose") }, ...VOCABULARY_NAMES.map((value) => ({ value, label: t(`name.${value}`) }))];
  return (
    <StaffFrame {...frame} title={t("title")} lead={t("lead")}>
      {notice}
      <section className="section py-5">
        <h2>{t("form.title")}</h2>
        <p className="prose mt-2 mb-4">{t("form.lead")}</p>
        <FieldsForm
          id="terme"
          controls={[{ name: "vocabulary", type: "select", label: t("form.vocabulary"), required, options: choices }, ...labelControls(locale)]}
          submit={t("form.add")}
          initial={firstFields()}
          action={addTermAction.bind(null, locale)}
        />
      </section>
      {vocabularies.map((one) => (
        <section key={one.vocabulary} id={one.vocabulary} className="section py-5">
          <h2>{t(`name.${one.vocabulary}`)}</h2>
          <TermTable locale={locale} {...one} />
        </section>
      ))}
      <ZonesPart locale={locale} actor={actor} zones={places} />
    </StaffFrame>
  );
}
