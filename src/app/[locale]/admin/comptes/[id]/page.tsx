import { AccountPage } from "@/features/accounts/account-page";
import { staffPage } from "../../../staff-page";

const page = staffPage("account", ({ locale, key, signOut }) => <AccountPage locale={locale} id={key} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
