import type { ErrorsMessages } from "../fr/errors";

export const errors: ErrorsMessages = {
  title: "Error",
  notFound: {
    title: "This page does not exist",
    lead: "The address may have been copied wrongly, or the profile is no longer published. Nothing is lost: search below, or start again from one of the lists.",
    ways: "Start again from here",
  },
  failure: {
    title: "The page could not be prepared",
    lead: "The fault is ours, not yours. Try again in a moment; the address you followed is still right.",
    retry: "Try again",
    home: "Go to the home page",
    reference: "Reference to give if you report it: {reference}",
  },
  parameter: {
    unknown_value: "“{value}” is not a value of “{parameter}”.",
    unknown_parameter: "There is no parameter “{parameter}” at this address.",
    repeated: "“{parameter}” can be given only once.",
    repeatable: "These may be repeated: {accepted}.",
    noParameter: "This address takes none.",
    too_long: "The value of “{parameter}” is too long: at most {accepted} characters.",
    too_many: "Too many values for “{parameter}”: at most {accepted}.",
    not_a_number: "“{value}” is not the whole number that “{parameter}” expects.",
    out_of_range: "“{parameter}” goes from {first} to {last}; “{value}” is outside.",
    accepted: "Accepted values: {accepted}.",
  },
};
