import "server-only";
import { choosePassword } from "@/auth/account-link";
import { PASSWORD_LENGTH } from "@/auth/passwords";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { findLink } from "@/data/user/account-links";
import { ONE_TIME_HOURS } from "@/data/user/accounts";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Fault = { field: "next" | "repeat"; text: string };

/** `/connexion/lien/{token}`: who has the link chooses a password. Of a link that works no longer it says so, and not why. */
export async function linkPage(locale: Locale, token: string, fault?: Fault) {
  const t = translator(locale, "auth");
  const holder = await findLink(token);
  if (!holder) {
    const gone = (
      <div className="frame">
        <PageHead title={t("link.gone")} lead={t("link.goneLead", { hours: ONE_TIME_HOURS })} />
      </div>
    );
    return { body: gone };
  }
  const control = (name: "next" | "repeat", hint?: string) => (
    <Field id={name} label={t(`link.${name}`)} hint={hint} error={fault?.field === name ? fault.text : null}>
      {(given) => (
        <input {...given} className="input" name={name} type="password" autoComplete="new-password" minLength={PASSWORD_LENGTH.min} maxLength={200} required />
      )}
    </Field>
  );
  const body = (
    <div className="frame">
      <PageHead title={t("link.title")} lead={t("link.lead", { email: holder.email })} />
      <form method="post" className="form">
        {fault ? (
          <Notice kind="error" title={t("notChanged")}>
            <p>
              <a href={`#${fault.field}`}>{fault.text}</a>
            </p>
          </Notice>
        ) : null}
        {/* Password managers file the new password under this name. */}
        <input type="hidden" name="username" autoComplete="username" value={holder.email} />
        {control("next", t("nextHint", PASSWORD_LENGTH))}
        {control("repeat")}
        <div className="form-actions">
          <button className="btn">{t("link.submit")}</button>
        </div>
      </form>
    </div>
  );
  return { body };
}

/** The password that was typed is set, or the form comes again and says what is wrong with it. */
export async function sendLink(locale: Locale, token: string, form: URLSearchParams) {
  const t = translator(locale, "auth");
  const typed = (name: string) => (form.get(name) ?? "").replaceAll("\0", "").slice(0, PASSWORD_LENGTH.max + 1);
  const refused = async (fault: Fault) => ({ ...(await linkPage(locale, token, fault)), status: 422 as const });
  const next = typed("next");
  if (next !== typed("repeat")) return refused({ field: "repeat", text: t("notRepeated") });
  const chosen = await choosePassword(token, next);
  if (chosen.ok) return { sent: localPath(locale, "/connexion?fait=mot-de-passe") };
  return chosen.reason === "gone" ? linkPage(locale, token) : refused({ field: "next", text: t(chosen.reason, PASSWORD_LENGTH) });
}
