import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** +22320241122 → "+223 20 24 11 22"; a number that cannot be read stays as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
