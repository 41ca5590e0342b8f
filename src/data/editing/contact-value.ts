import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { z } from "zod";
import type { ContactInput } from "@/domain/fields";
import type { ProblemReason } from "@/domain/organisation-input";
import { HOME_COUNTRY } from "@/domain/settings";

export type ContactValue = { ok: true; value: string | null } | { ok: false; reason: ProblemReason };

/** A number of a length that its country uses: lists of ranges lag behind what operators open. */
function phone(raw: string): ContactValue {
  // "00223 …" is how the prefix is dialled from most countries; without a prefix a number is one of the home country.
  const number = parsePhoneNumberFromString(raw.replace(/^\s*00/, "+"), HOME_COUNTRY);
  return number?.isPossible() ? { ok: true, value: number.number } : { ok: false, reason: "invalid_phone" };
}

function email(raw: string): ContactValue {
  const parsed = z.email().safeParse(raw.toLowerCase());
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: "invalid_email" };
}

function website(raw: string): ContactValue {
  if (/\s/.test(raw)) return { ok: false, reason: "invalid_website" };
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(raw) ? raw : `https://${raw}`);
    const usable = (url.protocol === "https:" || url.protocol === "http:") && /\.[a-z]{2,}$/i.test(url.hostname) && !url.username;
    return usable ? { ok: true, value: url.href } : { ok: false, reason: "invalid_website" };
  } catch {
    return { ok: false, reason: "invalid_website" };
  }
}

/**
 * What a link can use, from a contact as typed: E.164 for a phone, lower case for an e-mail, an
 * http(s) address for a site (https when no scheme is typed). A contact whose state says that it
 * is not usable has none; a Facebook page named without its address has none either.
 */
export function contactValue({ channel, raw, state }: ContactInput): ContactValue {
  if (state !== "ok" && state !== "under_construction") return { ok: true, value: null };
  switch (channel) {
    case "address":
      return { ok: true, value: raw };
    case "phone":
      return phone(raw);
    case "email":
      return email(raw);
    case "website":
      return website(raw);
    case "facebook": {
      const page = website(raw);
      return page.ok && new URL(page.value!).hostname.match(/(^|\.)(facebook|fb)\.com$/) ? page : { ok: true, value: null };
    }
  }
}
