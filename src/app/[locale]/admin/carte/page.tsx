import { StaffMapPage } from "@/features/editor/map-page";
import { staffPage } from "../../staff-page";

const page = staffPage("staffMap", ({ locale, search, signOut }) => <StaffMapPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
