import { followPage, sendAnswer } from "@/features/proposals/pages";
import { htmlForm } from "../../html-route";

export const { GET, POST } = htmlForm(
  "proposal",
  ({ locale, key, parameters }) => followPage(locale, key, parameters.fait?.[0]),
  ({ locale, key, form }) => sendAnswer(locale, key, form),
);
