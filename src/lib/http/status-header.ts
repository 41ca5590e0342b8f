/** The response header by which the application tells the server before it the status that a Next page cannot choose itself. */
export const STATUS_HEADER = "x-directory-status";
