import type { DocumentsMessages } from "../fr/documents";

/** The page on which staff say where each document can be read. */
export const documents: DocumentsMessages = {
  tab: "Documents",
  title: "Addresses of the documents",
  lead: "Where each document can be read, such as the address of its PDF file. It appears as a link on the page of the source.",
  url: "Address of the document",
  hint: "It begins with https:// or http://. Leave the field empty if the document is not online.",
  badUrl: "This is no web address: it begins with https:// or http://.",
  gone: "This document no longer exists.",
  saved: "Saved. The page of the source already shows the change.",
  changed: "Last changed by {who}, {when}.",
};
