import { htmlRoute } from "../html-route";

/** Any address that no page answers. */
export const { GET } = htmlRoute("notFound", () => null);
