import { AboutPage } from "@/features/about/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("about", ({ locale }) => ({ body: <AboutPage locale={locale} /> }));
