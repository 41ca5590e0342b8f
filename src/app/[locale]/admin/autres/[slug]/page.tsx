import { EditEntityPage } from "@/features/entity-editor/pages";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../../react-page";

const page = reactPage("editEntity", ({ locale, key, search }) => (
  <EditEntityPage locale={locale} entityKey={key} search={search} signOut={<SignOutForm locale={locale} />} />
));
export const { generateMetadata } = page;
export default page.Page;
