import { currentActor } from "@/auth/actor";
import { formerPage } from "@/features/addresses/former-page";
import { profilePage } from "@/features/profile/profile-page";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("organisation", async ({ locale, key, parameters, origin, isPersonal }) => {
  const actor = isPersonal ? await currentActor() : null;
  const page = await profilePage(locale, key, parameters, origin, actor);
  return page ?? formerPage(locale, key);
});
