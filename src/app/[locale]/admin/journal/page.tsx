import { AuditPage } from "@/features/audit/page";
import { staffPage } from "../../staff-page";

const page = staffPage("audit", ({ locale, search, signOut }) => <AuditPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
