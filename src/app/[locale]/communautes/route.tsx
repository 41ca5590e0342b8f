import { CommunitiesPage } from "@/features/communities/list-page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("communities", ({ locale }) => ({ body: <CommunitiesPage locale={locale} /> }));
