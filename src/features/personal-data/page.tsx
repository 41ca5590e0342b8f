import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canErase } from "@/auth/permissions";
import { Field } from "@/components/field";
import { StaffFrame } from "@/components/staff-frame";
import { findPersonalData, type PersonalFind } from "@/data/personal/find";
import { PERSONAL_PLACES } from "@/domain/personal-data";
import { fieldLabel } from "@/i18n/field-label";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";

const PATH = "/admin/donnees-personnelles";

type Props = { locale: Locale; search: Search; signOut: ReactNode };

/** `/admin/donnees-personnelles`: everything that is kept of a name, a number or an address, and where it is erased. */
export async function PersonalDataPage({ locale, search, signOut }: Props) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: PATH, may: canErase, wanted: "personal_data" });
  const t = translator(locale, "personalData");
  const typed = typeof search.q === "string" ? search.q.slice(0, 200) : "";
  const found = typed === "" ? null : await findPersonalData(actor, typed);
  return (
    <StaffFrame locale={locale} actor={actor} tab={PATH} title={t("title")} lead={t("lead")} signOut={signOut}>
      <form className="form" method="get" action={localPath(locale, PATH)}>
        <Field id="q" label={t("who")} hint={t("hint")} error={typed !== "" && found === null ? t("tooShort") : null}>
          {(control) => <input {...control} className="input" name="q" autoComplete="off" defaultValue={typed} maxLength={200} />}
        </Field>
        <div className="form-actions">
          <button className="btn">{t("find")}</button>
        </div>
      </form>
      {found ? (
        <section className="section py-5" aria-labelledby="trouve">
          <h2 id="trouve">{t("found", { count: found.length })}</h2>
          {PERSONAL_PLACES.map((place) => {
            const own = found.filter((find) => find.place === place);
            if (own.length === 0) return null;
            return (
              <section key={place} aria-labelledby={`lieu-${place}`}>
                <h3 id={`lieu-${place}`}>{t(`place.${place}`)}</h3>
                <p className="field-hint">{t(`remedy.${place}`)}</p>
                <ul className="contact-list">
                  {own.map((find, index) => (
                    <li key={index}>
                      <Where locale={locale} find={find} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </section>
      ) : null}
    </StaffFrame>
  );
}

/** Where each is got rid of. */
const PATHS: Record<PersonalFind["place"], (find: PersonalFind) => string> = {
  shown: ({ slug }) => `/admin/organisations/${slug}`,
  former: ({ slug }) => `/admin/organisations/${slug}/historique`,
  history: ({ slug }) => `/admin/organisations/${slug}/historique`,
  restricted: ({ slug }) => `/admin/organisations/${slug}`,
  consent: ({ slug }) => `/admin/organisations/${slug}/accords`,
  proposal: ({ id }) => `/admin/propositions/${id}`,
  file: ({ slug }) => `/admin/sources/${slug}`,
  source: ({ slug }) => `/admin/sources/${slug}`,
  account: () => "/admin/comptes",
};

function Where({ locale, find }: { locale: Locale; find: PersonalFind }) {
  const field = find.field && fieldLabel(locale, find.field);
  return (
    <>
      <a href={localPath(locale, PATHS[find.place](find))}>{find.name}</a> {field ? <span className="aside">{field}</span> : null}
    </>
  );
}
