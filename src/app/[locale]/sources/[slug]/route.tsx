import { sourcePage } from "@/features/sources/document-page";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("source", ({ key, locale }) => sourcePage(key, locale));
