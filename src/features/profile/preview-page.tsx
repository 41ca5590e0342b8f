import "server-only";
import { requireActor } from "@/auth/actor";
import { Notice } from "@/components/notice";
import { placedCommunities } from "@/data/community/in-zone";
import { ownNames } from "@/data/country/own-names";
import { previewOrganisation } from "@/data/editing/preview";
import { presentLimits } from "@/data/limits/present";
import { zonePlaces } from "@/data/zone/tree";
import { type Locale, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { ProfileBody, sourcesCited } from "./profile-page";

/** `/admin/organisations/{slug}/apercu`: an entry as the public would read it, for staff who may see it. */
export async function previewPage(locale: Locale, slug: string, origin: string) {
  const toPath = pathsIn(locale);
  const form = `/admin/organisations/${slug}`;
  const actor = await requireActor(toPath, `${form}/apercu`);
  const [found, names, places, communities, limits] = await Promise.all([
    previewOrganisation(actor, slug),
    ownNames(),
    zonePlaces(),
    placedCommunities(),
    presentLimits(),
  ]);
  if (!found) return null;
  const { organisation, isPublic } = found;
  const sources = await sourcesCited(organisation);
  const t = translator(locale, "profile");
  const notice = (
    <div className="no-print mt-4">
      <Notice title={t(isPublic ? "staff.previewPublic" : "staff.previewDraft")}>
        <p>
          <a href={toPath(form)}>{t("staff.backToForm")}</a>
        </p>
      </Notice>
    </div>
  );
  return {
    head: { title: organisation.name, canonical: null, hidden: true },
    body: (
      <ProfileBody
        {...{ locale, organisation, names, places, limits, communities, sources }}
        url={`${origin}${toPath(`/organisations/${slug}`)}`}
        staff={notice}
      />
    ),
  };
}
