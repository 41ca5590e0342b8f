import { previewPage } from "@/features/profile/preview-page";
import { htmlRoute } from "../../../../html-route";

export const { GET } = htmlRoute("preview", ({ locale, key, origin }) => previewPage(locale, key, origin));
