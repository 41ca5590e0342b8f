/** Names of the request headers by which the server before Next tells pages their own address. */
export const PATH_HEADER = "x-directory-path";
export const SEARCH_HEADER = "x-directory-search";
