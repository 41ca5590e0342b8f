/** Regions that the drawn limits cannot tell from another one, and that other one, whose outline holds both. */
export const SHAPELESS_REGIONS: Readonly<Record<string, string>> = { "ML-10": "ML-6" };
