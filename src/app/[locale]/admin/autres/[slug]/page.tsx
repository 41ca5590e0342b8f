import { EditEntityPage } from "@/features/entity-editor/pages";
import { staffPage } from "../../../staff-page";

const page = staffPage("editEntity", ({ locale, key, search, signOut }) => (
  <EditEntityPage locale={locale} entityKey={key} search={search} signOut={signOut} />
));
export const { generateMetadata } = page;
export default page.Page;
