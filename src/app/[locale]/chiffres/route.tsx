import { FiguresPage } from "@/features/figures/page";
import { htmlRoute } from "../html-route";

export const { GET } = htmlRoute("figures", ({ locale }) => ({ body: <FiguresPage locale={locale} /> }));
