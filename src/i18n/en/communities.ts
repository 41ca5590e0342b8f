import type { CommunitiesMessages } from "../fr/communities";

export const communities: CommunitiesMessages = {
  title: "Communities",
};
