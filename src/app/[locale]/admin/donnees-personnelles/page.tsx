import { PersonalDataPage } from "@/features/personal-data/page";
import { staffPage } from "../../staff-page";

const page = staffPage("personalData", ({ locale, search, signOut }) => <PersonalDataPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
