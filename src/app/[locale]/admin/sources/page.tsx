import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { StaffSourcesPage } from "@/features/source-editor/sources-page";
import { reactPage } from "../../react-page";

const page = reactPage("staffSources", ({ locale }) => <StaffSourcesPage locale={locale} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
