import { comparePage } from "@/features/compare/compare-page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("compare", ({ locale, parameters }) => comparePage(locale, parameters));
