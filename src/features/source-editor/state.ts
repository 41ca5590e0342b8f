/** The answer to an address that was sent. `typed`: what stands in the field. */
export type AddressState = { done: string | null; error: string | null; typed: string };
