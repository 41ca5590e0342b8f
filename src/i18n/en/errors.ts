import type { ErrorsMessages } from "../fr/errors";

export const errors: ErrorsMessages = {
  title: "Error",
  parameter: {
    unknown_value: "“{value}” is not a value of “{parameter}”.",
    unknown_parameter: "There is no parameter “{parameter}”.",
    too_long: "The value of “{parameter}” is too long: at most {accepted} characters.",
    too_many: "Too many values for “{parameter}”: at most {accepted}.",
    not_a_number: "“{value}” is not the whole number that “{parameter}” expects.",
    out_of_range: "“{parameter}” goes from {first} to {last}; “{value}” is outside.",
    accepted: "Accepted values: {accepted}.",
  },
};
