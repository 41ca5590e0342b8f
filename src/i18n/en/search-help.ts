import type { SearchHelpMessages } from "../fr/search-help";

export const searchHelp: SearchHelpMessages = {
  title: "Search help",
  lead: "Write as you speak: a name or part of it, an acronym, a place, a theme. Each example below is a link: follow it to see what it gives.",
  example: ": {meaning}",
  words: {
    title: "Words",
    text: "All the words must be somewhere in the entry: in the name, another name, a zone, a theme or another filter, the description or the address. Small words (“de”, “les”, “the”) do not count.",
    accents: "accents, capitals and the shape of the apostrophe make no difference",
    endings: "singular or plural, masculine or feminine",
    acronym: "an acronym, with or without dots",
    alias: "another name, as some document writes it",
    partial: "part of the name",
    place: "a place: what lies inside it is included",
    theme: "a theme",
    both: "a theme and a place",
  },
  typing: {
    title: "While you type",
    text: "Organisations, zones and themes are suggested. The up and down arrows go through them, Enter follows the chosen one, Escape closes the list. Without a choice, Enter runs the search. Nothing is suggested if your browser is set to save data.",
  },
  mistakes: {
    title: "Typing mistakes",
    text: "When a word is in no entry, the search tries the closest known word: one mistake for 4 to 7 letters, two above that. It always says so above the results, and a link there searches for exactly what you typed. If nothing is close, it finds nothing: it never widens without saying so.",
    place: "a misspelt place",
    word: "a misspelt word",
  },
  exact: {
    title: "Being more precise",
    text: "These signs are optional. Anything else is read as text: nothing you type is an error.",
    phrase: "in quotes: these very words, side by side",
    without: "a hyphen before a word: without it",
    either: "OU (or OR) in capitals: one or the other",
  },
  filters: {
    title: "Filters",
    text: "Beside the list, or under “Filter and sort” on a phone, each choice says how many organisations it leaves. Within a group, an organisation needs to match only one of the choices you tick; it must match every group. “Exclude” leaves a choice out. “Not known” shows what no source says: that is missing information, not an answer.",
    within: "Return migrants’ associations in the Kayes region",
    except: "The Kayes region, except diaspora organisations",
    unknown: "Organisations whose theme no source gives",
  },
  order: {
    title: "The order of results",
    text: "First the exact acronym, then the exact name, a name that begins with your words, a name that holds them all, another name, a theme or a zone, and last the rest of the entry; equal results are in alphabetical order. Under each name, a line says why it was found. The list can also be sorted by name, by date of change or of verification, and by number of members.",
  },
  keep: {
    title: "Keeping a search",
    text: "The address of the page holds the whole search: bookmark it, send it, cite it. Under the list, an Atom feed tells your feed reader of changes, and the CSV file takes the whole list away.",
    search: "“femmes”, in Bamako",
    feed: "The Atom feed of this search",
  },
  limits: {
    title: "What it does not do",
    synonyms: "It understands neither meaning nor synonyms: “mineurs” does not find “enfants”. Try the words of the documents, or a theme.",
    documents: "It does not read inside the documents: it searches the entries, which cite them.",
    needs: "It does not attribute needs: the sources state them for 23 organisations taken together, for none in particular.",
    contacts: "It searches neither telephone numbers nor e-mail addresses.",
    kinds:
      "It shows organisations and networks first; institutions, donors and media come when you ask for them in the “Kind” filter, or when you type their exact name or acronym: “UNICEF”.",
    languages: "Names and descriptions are in the language of the documents, nearly always French; themes and typologies can be searched in English too.",
  },
};
