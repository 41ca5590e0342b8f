import { EditOrganisationPage } from "@/features/editor/edit-page";
import { LifeOfEntry } from "@/features/life/entry-panel";
import { WorkOnEntry } from "@/features/staff-work/on-entry";
import { staffPage } from "../../../staff-page";

const page = staffPage("editEntry", ({ locale, key, search, signOut }) => (
  <EditOrganisationPage
    locale={locale}
    slug={key}
    search={search}
    signOut={signOut}
    life={<LifeOfEntry locale={locale} slug={key} />}
    work={<WorkOnEntry locale={locale} slug={key} done={search.travail} />}
  />
));
export const { generateMetadata } = page;
export default page.Page;
