import { proposePage, sendProposal } from "@/features/proposals/pages";
import { htmlForm } from "../html-route";

export const { GET, POST } = htmlForm(
  "propose",
  ({ locale, parameters }) => proposePage(locale, parameters),
  ({ locale, parameters, form, address }) => sendProposal(locale, parameters, form, address),
);
