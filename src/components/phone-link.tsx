import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number that can be called, as one reads it out. @param number E.164 */
export const PhoneLink = ({ number }: { number: string }) => (
  <a href={`tel:${number}`}>{parsePhoneNumberFromString(number)?.formatInternational() ?? number}</a>
);
