import { SignInPage } from "@/features/sign-in/sign-in-page";
import { reactPage } from "../react-page";

const page = reactPage("signIn", ({ locale, search }) => <SignInPage locale={locale} search={search} />);
export const { generateMetadata } = page;
export default page.Page;
