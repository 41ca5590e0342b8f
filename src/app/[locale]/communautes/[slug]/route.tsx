import { communityPage } from "@/features/communities/profile-page";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("community", ({ key, locale }) => communityPage(key, locale));
