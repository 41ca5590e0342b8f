import { coveragePage } from "@/features/coverage/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("coverage", ({ locale, parameters }) => coveragePage(locale, parameters));
