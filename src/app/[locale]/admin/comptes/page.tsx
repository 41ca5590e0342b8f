import { AccountsPage } from "@/features/accounts/accounts-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../react-page";

const page = reactPage("accounts", ({ locale }) => <AccountsPage locale={locale} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
