import { CONTACT_CHANNELS, type ContactChannel } from "./vocabularies";

/** How somebody agreed that a contact is published. */
export const CONSENT_WAYS = ["visit", "call", "mail", "document", "meeting"] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

/** What the form of a consent sends. `contact`: a channel and the contact as it stands on the entry, with a space between. */
export const CONSENT_NAMES = ["contact", "agreedBy", "agreedOn", "how"] as const;
export type ConsentName = (typeof CONSENT_NAMES)[number];
export type ConsentTyped = Readonly<Record<ConsentName, string>>;
export type ConsentProblem = { name: ConsentName; reason: "required" | "too_long" | "bad_day" | "unknown_contact" };

export type GivenConsent = { channel: ContactChannel; raw: string; agreedBy: string; agreedOn: string; how: ConsentWay };

const LONGEST = 200;

export const contactKey = ({ channel, raw }: { channel: ContactChannel; raw: string }): string => `${channel} ${raw}`;

/** @param today "2026-11-22": nobody has agreed on a day to come */
export function parseConsent(typed: ConsentTyped, today: string): { ok: true; given: GivenConsent } | { ok: false; problems: ConsentProblem[] } {
  const space = typed.contact.indexOf(" ");
  const channel = CONTACT_CHANNELS.find((one) => one === typed.contact.slice(0, space));
  const how = CONSENT_WAYS.find((one) => one === typed.how);
  const agreedBy = typed.agreedBy.trim();
  const { agreedOn } = typed;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(agreedOn) && !Number.isNaN(Date.parse(agreedOn)) && agreedOn <= today;
  const problems: ConsentProblem[] = [
    ...(channel ? [] : [{ name: "contact", reason: "required" } as const]),
    ...(agreedBy === "" ? [{ name: "agreedBy", reason: "required" } as const] : []),
    ...(agreedBy.length > LONGEST ? [{ name: "agreedBy", reason: "too_long" } as const] : []),
    ...(isDay ? [] : [{ name: "agreedOn", reason: "bad_day" } as const]),
    ...(how ? [] : [{ name: "how", reason: "required" } as const]),
  ];
  if (problems.length > 0 || !channel || !how) return { ok: false, problems };
  return { ok: true, given: { channel, raw: typed.contact.slice(space + 1), agreedBy, agreedOn, how } };
}
