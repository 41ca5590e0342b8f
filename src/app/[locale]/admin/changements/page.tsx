import { RecentChangesPage } from "@/features/editor/recent-page";
import { staffPage } from "../../staff-page";

const page = staffPage("recentChanges", ({ locale, search, signOut }) => <RecentChangesPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
