/** The hidden control that holds what stood in the form when it was opened, or what others said meanwhile and the reader was told. */
export const SEEN_NAME = "seen";
