import type { DirectoryMessages } from "../fr/directory";

export const directory: DirectoryMessages = {
  title: "Organisations",
};
