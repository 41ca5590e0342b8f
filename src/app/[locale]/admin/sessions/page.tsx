import { SessionsPage } from "@/features/sessions/sessions-page";
import { staffPage } from "../../staff-page";

const page = staffPage("sessions", ({ locale, search, signOut }) => <SessionsPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
