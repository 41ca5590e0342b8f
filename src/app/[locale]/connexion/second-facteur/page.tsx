import { SecondFactorPage } from "@/features/second-factor/pages";
import { staffPage } from "../../staff-page";

const page = staffPage("secondFactor", ({ locale, search, signOut }) => <SecondFactorPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
