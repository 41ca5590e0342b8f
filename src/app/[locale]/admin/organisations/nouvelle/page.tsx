import { NewOrganisationPage } from "@/features/editor/edit-page";
import { staffPage } from "../../../staff-page";

const page = staffPage("newEntry", ({ locale, signOut }) => <NewOrganisationPage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
