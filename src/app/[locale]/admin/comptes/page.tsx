import { AccountsPage } from "@/features/accounts/accounts-page";
import { staffPage } from "../../staff-page";

const page = staffPage("accounts", ({ locale, signOut }) => <AccountsPage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
