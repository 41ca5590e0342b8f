export const home = {
  title: "Qui travaille sur les migrations au Mali, où, et avec qui",
  lead: "Ce répertoire réunit les organisations de la société civile et les réseaux qui accompagnent les migrants, les diasporas et les migrants de retour au Mali. Il part d’une cartographie publiée, et chaque information y dit d’où elle vient.",
  examples: "Par exemple :",
  figures: {
    title: "Ce que disent les sources",
    mapped: "organisations cartographiées",
    networks: "réseaux nationaux, africains et internationaux",
    interviewed: "organisations interrogées",
    registered: "organisations locales inscrites au registre en 2017, et {ngos} ONG, selon la CADB",
    entries: "Le répertoire compte aujourd’hui {count, plural, one {# organisation} other {# organisations}} et réseaux.",
    all: "Tous les chiffres publiés",
  },
  ways: {
    title: "Par où entrer",
    typology: "Par typologie",
    zone: "Par région",
    theme: "Par thème",
    map: "Voir la carte",
  },
  trust: {
    title: "Pourquoi s’y fier",
    cited:
      "Chaque valeur cite sa source : le document, le tableau, la ligne et la date. Elle précise si le document parle de cette organisation ou de sa typologie, ou si elle en est déduite.",
    contradictions: "Quand deux sources se contredisent, les deux sont montrées côte à côte.",
    unknown: "Ce que l’on ne sait pas reste vide. Une fiche que personne n’a vérifiée le dit.",
    open: "Tout est téléchargeable et chaque liste a une adresse que l’on peut citer.",
    sources: "Lire les sources",
    data: "Télécharger les données",
    about: "Qui porte ce répertoire",
  },
};
export type HomeMessages = typeof home;
