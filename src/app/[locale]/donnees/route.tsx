import { OpenDataPage } from "@/features/open-data/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("data", ({ locale }) => ({ body: <OpenDataPage locale={locale} /> }));
