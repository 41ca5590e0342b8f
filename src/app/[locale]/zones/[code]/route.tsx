import { zonePage } from "@/features/zones/page";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("zone", ({ locale, key, parameters }) => zonePage(locale, key, parameters));
