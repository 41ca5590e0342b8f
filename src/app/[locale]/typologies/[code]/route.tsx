import { typologyPage } from "@/features/typologies/page";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("typology", ({ key, locale }) => typologyPage(key, locale));
