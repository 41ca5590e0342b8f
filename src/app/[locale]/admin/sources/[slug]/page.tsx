import { EditSourcePage } from "@/features/source-editor/pages";
import { staffPage } from "../../../staff-page";

const page = staffPage("editSource", ({ locale, key, search, signOut }) => <EditSourcePage locale={locale} slug={key} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
