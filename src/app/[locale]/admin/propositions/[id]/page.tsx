import { ReviewPage } from "@/features/proposals/staff-pages";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../../react-page";

const page = reactPage("reviewProposal", ({ locale, key, search }) => (
  <ReviewPage locale={locale} id={key} search={search} signOut={<SignOutForm locale={locale} />} />
));
export const { generateMetadata } = page;
export default page.Page;
