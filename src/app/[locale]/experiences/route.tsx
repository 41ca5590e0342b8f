import { SheetsPage } from "@/features/entities/sheets";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("sheets", ({ locale }) => ({ body: <SheetsPage locale={locale} /> }));
