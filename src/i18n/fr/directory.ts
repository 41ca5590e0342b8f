export const directory = {
  title: "Organisations",
};
export type DirectoryMessages = typeof directory;
