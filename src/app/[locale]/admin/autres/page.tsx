import { StaffEntitiesPage } from "@/features/entity-editor/pages";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { reactPage } from "../../react-page";

const page = reactPage("staffEntities", ({ locale }) => <StaffEntitiesPage locale={locale} signOut={<SignOutForm locale={locale} />} />);
export const { generateMetadata } = page;
export default page.Page;
