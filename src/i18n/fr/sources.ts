export const sources = {
  title: "Sources",
};
export type SourcesMessages = typeof sources;
