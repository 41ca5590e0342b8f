import type { ProfileMessages } from "../fr/profile";

export const profile: ProfileMessages = {
  title: "Entry",
};
