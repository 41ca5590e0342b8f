import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canEditSource, canManageUsers } from "@/auth/permissions";
import { StaffFrame } from "@/components/staff-frame";
import { editableSources } from "@/data/editing/source-address";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { saveAddressAction } from "./actions";
import { AddressForm } from "./address-form";

const PATH = "/admin/sources";

/** `/admin/sources`: where each document can be read. */
export async function StaffSourcesPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const actor = await requireAllowed({ toPath: (path) => localPath(locale, path), back: PATH, may: canEditSource, wanted: "edit_source" });
  const t = translator(locale, "admin");
  const own = translator(locale, "documents");
  const sources = await editableSources(actor);
  return (
    <StaffFrame
      locale={locale}
      actor={actor}
      accounts={canManageUsers(actor)}
      title={own("title")}
      lead={own("lead")}
      tab={PATH}
      trail={[{ href: "/admin", label: t("title") }]}
      signOut={signOut}
    >
      {sources.map(({ slug, title, language, url, changed }) => (
        <section key={slug} className="section" aria-labelledby={`source-${slug}`}>
          <h2 id={`source-${slug}`} lang={language === locale ? undefined : language}>
            <a href={localPath(locale, `/sources/${slug}`)}>{title}</a>
          </h2>
          <AddressForm
            slug={slug}
            url={url ?? ""}
            words={{ label: own("url"), hint: own("hint"), save: t("edit.save") }}
            action={saveAddressAction.bind(null, locale, slug)}
          />
          {changed ? <p className="aside">{own("changed", { who: changed.who, when: formatMoment(locale, changed.at) })}</p> : null}
        </section>
      ))}
    </StaffFrame>
  );
}
