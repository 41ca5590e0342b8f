import type { SourcesMessages } from "../fr/sources";

export const sources: SourcesMessages = {
  title: "Sources",
};
