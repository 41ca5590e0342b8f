import "server-only";
import { PageHead } from "@/components/page-head";
import { SiteSearch } from "@/components/site-search";
import { formerAddress } from "@/data/organisation/profile";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/**
 * What an address answers where no public entry stands: the address of the entry that stood there or that it was merged into, or that it was
 * taken out of the directory; null where the public never saw one.
 */
export async function formerPage(locale: Locale, slug: string) {
  const former = await formerAddress(slug);
  if (former === null) return null;
  if (former !== "gone") return { moved: localPath(locale, `/organisations/${former.slug}`) };
  const t = translator(locale, "life");
  const body = (
    <div className="frame">
      <PageHead title={t("gone.title")} lead={t("gone.lead")} />
      <SiteSearch locale={locale} />
    </div>
  );
  return { status: 410 as const, head: { title: t("gone.title"), canonical: null, hidden: true }, body };
}
