import { ReviewPage } from "@/features/proposals/staff-pages";
import { staffPage } from "../../../staff-page";

const page = staffPage("reviewProposal", ({ locale, key, search, signOut }) => <ReviewPage locale={locale} id={key} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
