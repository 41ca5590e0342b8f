import { SessionsPage } from "@/features/sessions/sessions-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../react-page";

const page = reactPage("sessions", ({ locale, search }) => <SessionsPage locale={locale} search={search} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
