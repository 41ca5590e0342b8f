import { ImportFilePage } from "@/features/import/file-page";
import { staffPage } from "../../../staff-page";

const page = staffPage("importFile", ({ locale, key, search, signOut }) => <ImportFilePage locale={locale} id={key} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
