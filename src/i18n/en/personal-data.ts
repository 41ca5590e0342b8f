import type { PersonalDataMessages } from "../fr/personal-data";

/** What is kept of a person, for whoever asks to know it or to be forgotten. */
export const personalData: PersonalDataMessages = {
  title: "Personal data",
  lead: "A person may ask what the directory knows of them, and ask to be forgotten. Search for their name, telephone number or address: everything that is kept appears, with the page where it is erased.",
  who: "Name, telephone number or e-mail address",
  hint: "At least three characters. A number is found with or without spaces, with or without its prefix.",
  tooShort: "At least three characters are needed.",
  find: "Search",
  found: "{count, plural, =0 {Nothing is kept under these words} one {One place} other {# places}}",
  place: {
    shown: "Said of an organisation today",
    former: "Said of an organisation formerly",
    restricted: "Restricted values",
    proposal: "Proposals of the public",
    consent: "Consents to publication",
    file: "Names of files",
    source: "Sources",
    account: "Accounts of the team",
    history: "History of changes",
  },
  remedy: {
    shown: "Take the value off the entry, then erase it in the history.",
    former: "Erase it in the history: the event stays, the value goes.",
    restricted: "Take the restricted value away, then erase it in the history.",
    proposal: "Erase the person on the page of the proposal.",
    consent: "Withdraw the consent, then erase it.",
    file: "Remove the file; its content may name other people than its name does.",
    source: "Change the title or the author of the source.",
    account: "Close the account. Their name stays in the history of what the person did.",
    history: "Erase the field in the history of the entry.",
  },
};
