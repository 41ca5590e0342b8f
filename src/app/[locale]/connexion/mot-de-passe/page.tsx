import { PasswordPage } from "@/features/sign-in/password-page";
import { reactPage } from "../../react-page";

const page = reactPage("password", ({ locale }) => <PasswordPage locale={locale} />);
export const { generateMetadata } = page;
export default page.Page;
