import { selectionPage } from "@/features/compare/selection-page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("selection", ({ locale, parameters }) => selectionPage(locale, parameters));
