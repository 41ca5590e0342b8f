import { Links } from "@/components/list";
import { organisationLink } from "@/components/organisation-link";
import type { PublicNetwork } from "@/domain/published/network";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";

/** A network: how many members it is said to have, and those that the directory knows. */
export function NetworkEntry({ locale, network, opened = false }: { locale: Locale; network: PublicNetwork; opened?: boolean }) {
  const t = translator(locale, "networks");
  const foreign = locale === "fr" ? undefined : "fr";
  const { slug, name, acronym, formality, declaredMembers, memberNote, knownMembers, members, website } = network;
  return (
    <article className="network">
      <h3>
        <a href={localPath(locale, `/organisations/${slug}`)} lang={foreign}>
          {name}
        </a>
        {acronym ? <span className="network-acronym"> {acronym}</span> : null}
        {formality === "informal" ? <span className="tag tag-emphasis network-tag">{t("informal")}</span> : null}
      </h3>
      <p>
        {declaredMembers === null ? t("declaredUnknown") : t("declared", { count: declaredMembers })} · {t("known", { count: knownMembers })}
      </p>
      {memberNote ? (
        <p className="soft" lang={foreign}>
          {t("asWritten", { text: memberNote })}
        </p>
      ) : null}
      {website ? (
        <p>
          {t("website")}{" "}
          <a href={website} rel="external noopener">
            {website.replace(/^https?:\/\//, "").replace(/\/$/, "")}
          </a>
        </p>
      ) : null}
      {members.length > 0 ? (
        <details open={opened}>
          <summary>
            {t("members")} ({formatNumber(locale, knownMembers)})
          </summary>
          <Links items={members.map((member) => organisationLink(locale, member))} />
          <p>
            {knownMembers > members.length ? `${t("moreMembers", { count: knownMembers - members.length })} ` : null}
            <a href={localPath(locale, `/organisations?network=${slug}`)}>{t("filterList")}</a>
          </p>
        </details>
      ) : null}
    </article>
  );
}
