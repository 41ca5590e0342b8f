export const networks = {
  title: "Réseaux",
  lead: "Les réseaux et plateformes que citent les organisations de la migration au Mali, et ce que le répertoire sait de leurs membres.",
  count:
    "{networks, plural, one {# réseau} other {# réseaux}} : {national, number} nationaux, {african, number} africains, {international, number} internationaux. Les documents donnent l’adresse d’un site pour {websites, number} d’entre eux.",
  informal: "Informel",
  declared: "{count, plural, one {# membre déclaré} other {# membres déclarés}}",
  declaredUnknown: "Nombre de membres inconnu",
  known: "{count, plural, =0 {aucun membre dans le répertoire} one {# membre dans le répertoire} other {# membres dans le répertoire}}",
  members: "Membres connus",
  website: "Site",
  asWritten: "Le document : « {text} »",
  federations: "Autres faîtières dont des membres sont connus",
  federationsText: "Elles ne sont pas dans le tableau des réseaux, mais les documents nomment des organisations qu’elles regroupent.",
  gap: "{declared, plural, one {# membre déclaré} other {# membres déclarés}}, {known, plural, one {# nommé} other {# nommés}} par les documents : la différence n’est pas expliquée.",
  nested: "Des associations dans des associations",
  nestedText:
    "Le document décrit un emboîtement, surtout dans les diasporas : l’association d’un village adhère souvent à celle de sa commune, qui adhère à celle de sa région. Notre lecture : une même personne est ainsi représentée à plusieurs échelles, et les nombres de membres des réseaux ne s’additionnent pas.",
  nestedSteps: { village: "Association villageoise", commune: "Association communale", region: "Association régionale" },
  nestedLabel: "Qui est membre de qui",
  memberOf: "membre de",
  caution:
    "Un membre « dans le répertoire » est une organisation qui a sa fiche et dont une source dit l’adhésion. Zéro ne veut pas dire que le réseau n’a pas de membres.",
  moreMembers: "{count, plural, one {Et # autre.} other {Et # autres.}}",
  pageOf: "Réseaux et faîtières {from, number} à {to, number} sur {count, number}, dans l’ordre des documents puis du nombre de membres connus.",
  searchNetworks: "Chercher parmi les réseaux",
  noneHere: "Aucun sur cette page.",
  filterList: "Liste des membres",
};
export type NetworksMessages = typeof networks;
