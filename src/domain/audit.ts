/** What is kept of what people do: the first five as events, the others as change sets. */
export const EVENT_KINDS = ["signed_in", "password_proved", "sign_in_failed", "sign_in_slowed", "refused", "exported"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
export const AUDIT_KINDS = [...EVENT_KINDS, "changed", "account"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** For how long events are kept at least. */
export const AUDIT_DAYS = 365;
