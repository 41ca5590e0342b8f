import type { ServerMessages } from "../fr/server";

export const server: ServerMessages = {
  busy: {
    title: "The directory cannot answer now",
    lead: "It is too busy, or its database does not answer. Nothing is lost: try again in a few seconds, at the same address.",
  },
  tooLong: {
    title: "This address is too long",
    lead: "A search is a few words. Shorten it, or choose fewer filters.",
  },
  foreign: {
    title: "This request comes from another site",
    lead: "Nothing was done. Open the directory at its usual address, then try again.",
  },
  malformed: {
    title: "This request cannot be read",
    lead: "It is badly formed, or too long. Start again from the home page.",
  },
  tooLarge: {
    title: "This form is too large",
    lead: "A form may take 1 MB, a file of the team 10 MB. Nothing was saved. Go back in your browser: what you typed is still there; shorten the texts and send it again.",
  },
  tooSlow: {
    title: "What you sent did not arrive whole",
    lead: "The connection is too slow, or was interrupted. Nothing was saved. Go back in your browser: what you typed is still there; send it again.",
  },
  method: {
    title: "This kind of request is not answered",
    lead: "The directory is read, and receives forms; it answers no other kind of request.",
  },
};
