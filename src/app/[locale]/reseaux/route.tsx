import { networksPage } from "@/features/networks/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("networks", ({ locale, parameters }) => networksPage(locale, parameters));
