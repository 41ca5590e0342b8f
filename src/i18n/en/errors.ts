import type { ErrorsMessages } from "../fr/errors";

export const errors: ErrorsMessages = {
  title: "Error",
};
