import { ListPage } from "@/features/editor/list-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../react-page";

const page = reactPage("staffList", ({ locale, search }) => <ListPage locale={locale} search={search} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
