import { ProposalsPage } from "@/features/proposals/staff-pages";
import { staffPage } from "../../staff-page";

const page = staffPage("proposals", ({ locale, signOut }) => <ProposalsPage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
