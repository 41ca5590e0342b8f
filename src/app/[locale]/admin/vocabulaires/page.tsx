import { VocabulariesPage } from "@/features/vocabularies/page";
import { staffPage } from "../../staff-page";

const page = staffPage("vocabularies", ({ locale, search, signOut }) => <VocabulariesPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
