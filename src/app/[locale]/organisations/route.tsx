import { directoryList } from "@/features/directory/list-page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("organisations", ({ locale, parameters }) => directoryList(locale, parameters));
