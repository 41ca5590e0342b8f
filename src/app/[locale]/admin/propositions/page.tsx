import { ProposalsPage } from "@/features/proposals/staff-pages";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../react-page";

const page = reactPage("proposals", ({ locale }) => <ProposalsPage locale={locale} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
