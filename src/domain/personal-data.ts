/** Where something about a person may be kept. */
export const PERSONAL_PLACES = ["shown", "former", "restricted", "proposal", "consent", "file", "source", "account", "history"] as const;
export type PersonalPlace = (typeof PERSONAL_PLACES)[number];
