import { ImportFilesPage } from "@/features/import/files-page";
import { staffPage } from "../../staff-page";

const page = staffPage("importFiles", ({ locale, search, signOut }) => <ImportFilesPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
