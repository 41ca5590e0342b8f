import { mapPage } from "@/features/map/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("map", ({ locale, parameters }) => mapPage(locale, parameters));
