import type { FilesMessages } from "../fr/files";

/** What stands inside a file or a picture that readers take away. */
export const files: FilesMessages = {
  warning: "To be known",
  date: "Date",
  filters: "Filters",
  noFilter: "none",
  sources: "Sources",
  licence: "Licence",
  licenceText: "The documents state no licence: facts are cited with their source, and you must cite it too. Code under the MIT licence.",
  geography: "Limits and coordinates",
  address: "Address",
  separator: "; ",
  pair: "{name}: {text}",
};
