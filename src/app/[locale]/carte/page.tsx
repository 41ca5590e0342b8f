import { parametersOf } from "@/domain/filters";
import { MapPage } from "@/features/map/page";
import { reactPage } from "../react-page";

const page = reactPage("map", ({ locale, search }) => <MapPage locale={locale} parameters={parametersOf(search)} />);
export const { generateMetadata } = page;
export default page.Page;
