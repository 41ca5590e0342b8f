import { BodiesPage } from "@/features/entities/lists";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("bodies", ({ locale }) => ({ body: <BodiesPage locale={locale} /> }));
