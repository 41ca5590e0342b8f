import { HistoryPage } from "@/features/editor/history-page";
import { staffPage } from "../../../../staff-page";

const page = staffPage("history", ({ locale, key, search, signOut }) => <HistoryPage locale={locale} slug={key} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
