import { ConsentsPage } from "@/features/consents/page";
import { staffPage } from "../../../../staff-page";

const page = staffPage("consents", ({ locale, key, search, signOut }) => <ConsentsPage locale={locale} slug={key} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
