import { SourcesPage } from "@/features/sources/list-page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("sources", ({ locale }) => ({ body: <SourcesPage locale={locale} /> }));
