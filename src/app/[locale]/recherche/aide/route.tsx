import { SearchHelpPage } from "@/features/search-help/page";
import { htmlRoute } from "../../html-route";

export const { GET } = htmlRoute("searchHelp", ({ locale }) => ({ body: <SearchHelpPage locale={locale} /> }));
