import type { AboutMessages } from "../fr/about";

export const about: AboutMessages = {
  title: "About",
  lead: "What this directory is, who stands behind it, where its entries come from and how to have them corrected.",
  what: {
    title: "What this directory is",
    text: "An open directory of the civil society organisations (CSOs) and networks that work on migration in Mali. It starts from a published mapping and keeps it up to date: entries can be corrected, and every value keeps its source.",
    uses: "It is used to find an organisation and get in touch, to see who works where, on what and with whom, and to learn what the documents say and where they are silent.",
  },
  who: {
    title: "Who stands behind it",
    text: "The mapping was carried out in Mali by the Grdr-AME consortium, under the programme Coopération régionale de politiques migratoires (CRPM). Expertise France launched this programme in June 2020, with funding from the Agence française de développement; it is led by FORIM.",
    role: ": {role}",
    roles: {
      grdr: "with AME, carries out component 2 of the programme in Mali; regional contractor for the mapping.",
      "association-malienne-des-expulses": "with Grdr, carries out component 2 of the programme in Mali.",
      forim: "the French platform of diasporas; leads the programme.",
    },
  },
  entries: {
    title: "How an entry comes about",
    documents: "Entries come from published documents, transcribed table by table. Every value cites the document, the place and the line.",
    typology: "What a document says of a typology is never presented as a fact about one organisation. When two sources disagree, both are shown.",
    corrections: "The consortium’s staff correct and complete the entries. A correction is published with its source and its date.",
    verified: "Saved does not mean verified: an entry that nobody has verified says so.",
    sources: "The documents cited, their method and their known faults",
  },
  keptOut: {
    title: "What is not published",
    persons: "The names and telephone numbers of private persons whom the documents name.",
    restricted: "What is reserved for the consortium, and what is confidential: neither enters the search, the figures or the files.",
    needs: "The needs of any one organisation: the sources state them only for 23 organisations taken together.",
    unknown: "What no source says: nothing is made up to fill a gap.",
  },
  correct: {
    title: "Correcting an entry",
    text: "A mistake, something missing, something that has changed? Say which entry, which value, and how you know the right one.",
  },
  contact: {
    write: "Write to",
    none: "No contact address is given for this site. Write to a member of the consortium, whose contact details are in its entry.",
  },
  licence: {
    title: "Licence",
    text: "The code is under the MIT licence. The documents used state no licence: facts are cited with their source, and you must cite it in turn.",
    data: "Download the data",
  },
  legal: {
    title: "Legal notice and privacy",
    publisher: "Publisher of the site: {publisher}",
    noPublisher: "The publisher of this site is not named.",
    readers: "Reading the site takes no account. It sets no cookie, measures no audience and loads nothing from another site.",
    staff: "Signing in, which only staff do, sets a session cookie and a cookie that recognises the browser.",
    attempts: "To stop those who try passwords, attempts to sign in are counted and logged with the network address they come from.",
    rights: "Is some information about you, and would you like it corrected or removed?",
  },
};
