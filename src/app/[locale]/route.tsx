import { HomePage } from "@/features/home/home-page";
import { htmlRoute } from "./html-route";

export const { GET } = htmlRoute("home", ({ locale }) => ({ body: <HomePage locale={locale} /> }));
