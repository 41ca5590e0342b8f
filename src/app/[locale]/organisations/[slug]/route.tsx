import { movedPage } from "@/features/addresses/moved-page";
import { profilePage } from "@/features/profile/profile-page";
import { localPath } from "@/i18n/locales";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("organisation", async ({ locale, key, origin }) => {
  const page = await profilePage(locale, key, origin);
  if (page) return page;
  const moved = await movedPage(localPath(locale, `/organisations/${key}`));
  return moved === null ? null : { moved };
});
