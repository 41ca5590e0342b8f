import { HistoryPage } from "@/features/editor/history-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../../../react-page";

const page = reactPage("history", ({ locale, key, search }) => (
  <HistoryPage locale={locale} slug={key} search={search} signOut={<SignOutForm locale={locale} />} />
));
export const { generateMetadata } = page;
export default page.Page;
