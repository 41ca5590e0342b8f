export const errors = {
  title: "Erreur",
  parameter: {
    unknown_value: "« {value} » n’est pas une valeur de « {parameter} ».",
    unknown_parameter: "Le paramètre « {parameter} » n’existe pas.",
    too_long: "La valeur de « {parameter} » est trop longue : {accepted} caractères au plus.",
    too_many: "Trop de valeurs pour « {parameter} » : {accepted} au plus.",
    not_a_number: "« {value} » n’est pas un nombre entier, comme l’attend « {parameter} ».",
    out_of_range: "« {parameter} » va de {first} à {last} ; « {value} » n’y est pas.",
    accepted: "Valeurs acceptées : {accepted}.",
  },
};
export type ErrorsMessages = typeof errors;
