import { directorySearch, PAGE_SIZES, type DirectoryQuery } from "./filters";

/** How many organisations a feed holds. */
export const FEED_LENGTH = 50;

/** The query of a feed: what it looks for is the reader's, the order and the length are the feed's own. */
export function feedQuery(query: DirectoryQuery): DirectoryQuery {
  return { ...query, sort: "updated", page: 1, pageSize: FEED_LENGTH };
}

/** The address of the feed of a query, from the root; the same for every order and page of it. */
export function feedAddress(query: DirectoryQuery): string {
  const search = directorySearch({ ...query, sort: query.q ? "relevance" : "name", page: 1, pageSize: PAGE_SIZES.default });
  return `/api/v1/organisations.atom${search}`;
}
