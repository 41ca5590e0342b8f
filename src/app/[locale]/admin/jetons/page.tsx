import { TokensPage } from "@/features/tokens/page";
import { staffPage } from "../../staff-page";

const page = staffPage("tokens", ({ locale, signOut }) => <TokensPage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
