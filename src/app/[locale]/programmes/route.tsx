import { ProgrammesPage } from "@/features/entities/lists";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("programmes", ({ locale }) => ({ body: <ProgrammesPage locale={locale} /> }));
