import { sheetPage } from "@/features/entities/sheets";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("sheet", ({ key, locale, origin }) => sheetPage(key, locale, origin, new Date().toISOString()));
