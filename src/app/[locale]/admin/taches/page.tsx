import { TasksPage } from "@/features/staff-work/tasks-page";
import { staffPage } from "../../staff-page";

const page = staffPage("tasks", ({ locale, search, signOut }) => <TasksPage locale={locale} search={search} signOut={signOut} />);
export const { generateMetadata } = page;
export default page.Page;
