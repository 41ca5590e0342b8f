import { Facts } from "@/components/entity/facts";
import type { CommunityPlace } from "@/data/community/in-zone";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; organisation: PublicOrganisation; communities: readonly CommunityPlace[] };

/** What documents say of its work in single places: it holds there, and nowhere else. */
export function Presences({ locale, organisation: { presences }, communities }: Props) {
  if (presences.length === 0) return null;
  const t = translator(locale, "profile");
  return (
    <>
      {presences.map((presence) => {
        const { slug, fields } = presence;
        const zone = fields.zone?.[0]?.zone;
        const community = communities.find((place) => place.zone === zone?.code);
        const others = (fields.organisations ?? []).length > 1;
        const without = ["zone", "dimensions", ...(others ? [] : ["organisations"]), ...(others || fields.name!.length > 1 ? [] : ["name"])];
        return (
          <section key={slug} className="mt-5" aria-label={zone?.name}>
            <h3 className="subhead">
              {zone?.name ?? fields.name![0]!.value}
              {community ? (
                <span className="aside">
                  {" "}
                  <a href={localPath(locale, `/communautes/${community.slug}#acteurs`)}>{t("presenceCommunity")}</a>
                </span>
              ) : null}
            </h3>
            <Facts locale={locale} entity={presence} without={without} />
          </section>
        );
      })}
    </>
  );
}
