/** The page on which an entry is compared with another one, to be merged into the first. */
export const mergePath = (survivor: string, merged: string): string => `/admin/organisations/${survivor}/fusion?avec=${encodeURIComponent(merged)}`;
