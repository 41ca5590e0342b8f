import { RecentChangesPage } from "@/features/editor/recent-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../react-page";

const page = reactPage("recentChanges", ({ locale, search }) => (
  <RecentChangesPage locale={locale} search={search} signOut={<SignOutForm locale={locale} />} />
));
export const { generateMetadata } = page;
export default page.Page;
