import type { AuthMessages } from "../fr/auth";

export const auth: AuthMessages = {
  title: "Sign in",
};
