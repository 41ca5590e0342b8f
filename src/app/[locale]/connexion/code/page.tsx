import { CodePage } from "@/features/second-factor/pages";
import { staffPage } from "../../staff-page";

const page = staffPage("signInCode", ({ locale, signOut }) => <CodePage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
