export const admin = {
  title: "Administration",
};
export type AdminMessages = typeof admin;
