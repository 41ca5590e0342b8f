import { DuplicatesPage } from "@/features/life/duplicates-page";
import { staffPage } from "../../staff-page";

const page = staffPage("duplicates", ({ locale, search, signOut }) => <DuplicatesPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
