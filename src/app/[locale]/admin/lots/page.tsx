import { BulkPage } from "@/features/editor/bulk/page";
import { staffPage } from "../../staff-page";

const page = staffPage("bulk", ({ locale, search, signOut }) => <BulkPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
