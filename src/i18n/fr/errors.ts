export const errors = {
  title: "Erreur",
  notFound: {
    title: "Cette page n’existe pas",
    lead: "L’adresse est peut-être mal recopiée, ou la fiche n’est plus publiée. Rien n’est perdu : cherchez ci-dessous, ou repartez d’une des listes.",
    ways: "Repartir d’ici",
  },
  failure: {
    title: "La page n’a pas pu être préparée",
    lead: "Le problème vient de nous, pas de vous. Réessayez dans un instant ; l’adresse que vous avez suivie reste bonne.",
    retry: "Réessayer",
    home: "Aller à l’accueil",
    reference: "Référence à donner si vous le signalez : {reference}",
  },
  parameter: {
    unknown_value: "« {value} » n’est pas une valeur de « {parameter} ».",
    unknown_parameter: "Le paramètre « {parameter} » n’existe pas à cette adresse.",
    repeated: "« {parameter} » ne se donne qu’une fois.",
    repeatable: "Se répètent : {accepted}.",
    noParameter: "Cette adresse n’en prend aucun.",
    too_long: "La valeur de « {parameter} » est trop longue : {accepted} caractères au plus.",
    too_many: "Trop de valeurs pour « {parameter} » : {accepted} au plus.",
    not_a_number: "« {value} » n’est pas un nombre entier, comme l’attend « {parameter} ».",
    out_of_range: "« {parameter} » va de {first} à {last} ; « {value} » n’y est pas.",
    accepted: "Valeurs acceptées : {accepted}.",
  },
};
export type ErrorsMessages = typeof errors;
