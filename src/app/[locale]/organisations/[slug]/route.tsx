import { currentActor } from "@/auth/actor";
import { canEditOrganisation } from "@/auth/permissions";
import { movedPage } from "@/features/addresses/moved-page";
import { profilePage } from "@/features/profile/profile-page";
import { localPath } from "@/i18n/locales";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("organisation", async ({ locale, key, origin, isPersonal }) => {
  const actor = isPersonal ? await currentActor() : null;
  const page = await profilePage(locale, key, origin, actor !== null && canEditOrganisation(actor));
  if (page) return page;
  const moved = await movedPage(localPath(locale, `/organisations/${key}`));
  return moved === null ? null : { moved };
});
