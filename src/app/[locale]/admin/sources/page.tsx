import { StaffSourcesPage } from "@/features/source-editor/pages";
import { staffPage } from "../../staff-page";

const page = staffPage("staffSources", ({ locale, signOut }) => <StaffSourcesPage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
