import { StaffEntitiesPage } from "@/features/entity-editor/pages";
import { staffPage } from "../../staff-page";

const page = staffPage("staffEntities", ({ locale, signOut }) => <StaffEntitiesPage locale={locale} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
