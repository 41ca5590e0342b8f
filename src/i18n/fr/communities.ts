export const communities = {
  title: "Communautés",
};
export type CommunitiesMessages = typeof communities;
