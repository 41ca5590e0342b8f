import { linkPage, sendLink } from "@/features/sign-in/link-page";
import { htmlForm } from "../../../html-route";

export const { GET, POST } = htmlForm(
  "choosePassword",
  ({ locale, key }) => linkPage(locale, key),
  ({ locale, key, form }) => sendLink(locale, key, form),
);
