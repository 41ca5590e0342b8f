import type { AdminMessages } from "../fr/admin";

export const admin: AdminMessages = {
  title: "Administration",
};
