import { ListPage } from "@/features/editor/list-page";
import { TasksLine } from "@/features/staff-work/tasks-page";
import { staffPage } from "../staff-page";

const page = staffPage("staffList", ({ locale, search, signOut }) => <ListPage locale={locale} search={search} signOut={signOut} tasks={TasksLine} />);
export const { generateMetadata } = page;
export default page.Page;
