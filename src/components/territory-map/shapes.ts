/** Regions that the drawn limits (before 2012) do not know, and the region in whose shape they lie. */
export const SHAPELESS_REGIONS: Readonly<Record<string, string>> = { "ML-9": "ML-7", "ML-10": "ML-6" };
