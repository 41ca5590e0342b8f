import { EditOrganisationPage } from "@/features/editor/edit-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../../react-page";

const page = reactPage("editEntry", ({ locale, key, search }) => (
  <EditOrganisationPage locale={locale} slug={key} search={search} signOut={<SignOutForm locale={locale} />} />
));
export const { generateMetadata } = page;
export default page.Page;
