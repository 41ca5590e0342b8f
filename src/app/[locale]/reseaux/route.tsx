import { NetworksPage } from "@/features/networks/page";
import { htmlRoute } from "../html-route";

// Anything else than a number is the first page: there is nothing to filter here.
export const { GET } = htmlRoute("networks", ({ locale, parameters: { page } }) => ({
  body: <NetworksPage locale={locale} page={/^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1} />,
}));
