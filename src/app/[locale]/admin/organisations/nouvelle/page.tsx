import { NewOrganisationPage } from "@/features/editor/edit-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../../react-page";

const page = reactPage("newEntry", ({ locale }) => <NewOrganisationPage locale={locale} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
