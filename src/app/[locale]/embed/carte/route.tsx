import { embeddedMap } from "@/features/map/embedded";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("embeddedMap", ({ locale, parameters }) => embeddedMap(locale, parameters));
