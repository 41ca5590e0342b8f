import { EditSourcePage } from "@/features/source-editor/pages";
import { staffPage } from "../../../staff-page";

const page = staffPage("newSource", ({ locale, search, signOut }) => <EditSourcePage locale={locale} slug={null} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
