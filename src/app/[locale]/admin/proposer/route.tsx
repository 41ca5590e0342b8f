import { draftPage, sendDraft } from "@/features/proposals/draft-page";
import { htmlForm } from "../../html-route";

export const { GET, POST } = htmlForm(
  "draft",
  ({ locale, parameters }) => draftPage(locale, parameters),
  ({ locale, parameters, form }) => sendDraft(locale, parameters, form),
);
