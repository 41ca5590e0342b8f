import { chainsPage } from "@/features/chains/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("chains", ({ locale, parameters }) => chainsPage(locale, parameters));
