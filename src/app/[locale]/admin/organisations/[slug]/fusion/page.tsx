import { MergePage } from "@/features/life/merge-page";
import { staffPage } from "../../../../staff-page";

const page = staffPage("mergeEntries", ({ locale, key, search, signOut }) => <MergePage locale={locale} slug={key} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
