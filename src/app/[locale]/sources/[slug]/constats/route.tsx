import { findingsPage } from "@/features/sources/entities";
import { htmlRoute } from "../../../html-route";

export const { GET } = htmlRoute("findings", ({ key, locale }) => findingsPage(key, locale));
