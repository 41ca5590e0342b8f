export const figures = {
  title: "Chiffres",
  lead: "Les chiffres que les documents publient sur les migrations et les associations du Mali, avec leurs lignes et leurs défauts connus. Aucun n’est calculé par le répertoire, sauf quand c’est écrit.",
  contents: "Sur cette page",
  key: "Chiffres clés",
  groups: {
    abroad: "Maliens à l’extérieur",
    associationsAbroad: "Associations de ressortissants maliens à l’extérieur",
    declared: "Associations maliennes déclarées en France",
    mali: "Associations et ONG enregistrées au Mali",
    displaced: "Déplacés et réfugiés",
  },
  notes: {
    abroad:
      "Estimations. Le document donne les 4 millions pour le ministère des Maliens établis à l’extérieur, et « au moins » deux millions en Côte d’Ivoire pour la Délégation générale des Maliens de l’extérieur. Les 100 000 de France sont parmi les 500 000 d’Europe.",
    associationsAbroad: "Enquête EMOP de 2011 (INSTAT) : 39 % en France, 61 % dans les autres pays.",
    declared:
      "Journal officiel français, de 1981 à 2011, d’après l’étude de Bernard, Chauvet, Gubert, Mercier et Mesplé-Somps (2014), selon l’étendue que vise l’association.",
    mali: "Chiffres de la Cellule d’appui au développement à la base, en 2017. Le document prévient qu’ils ne sont pas vérifiables : des organisations enregistrées sont inactives et d’autres travaillent sans être enregistrées.",
    displaced: "« Plus de » pour les déplacés (2022) et les réfugiés. D’après les rapports d’OCHA que cite le document.",
  },
  measures: {
    associations_abroad: "associations à l’extérieur",
    associations_abroad_in_france: "associations en France",
    associations_abroad_elsewhere: "associations dans les autres pays",
    malians_abroad: "Maliens à l’extérieur",
    malians_in_france: "Maliens en France",
    malians_in_france_share_percent: "des Maliens de l’extérieur vivent en France",
    malians_in_cote_d_ivoire: "Maliens en Côte d’Ivoire, au moins",
    malians_in_europe: "Maliens en Europe",
    displaced_persons_2022: "personnes déplacées au Mali en 2022",
    malian_refugees_in_neighbouring_countries: "réfugiés maliens dans les pays voisins",
    refugees_in_mali: "réfugiés accueillis au Mali",
    local_organisations_2017: "organisations locales, formelles et informelles",
    ngos_2017: "organisations non gouvernementales",
    associations_declared_in_france: "associations déclarées",
    associations_declared_in_france_village: "visent un village ou un quartier",
    associations_declared_in_france_commune: "visent une commune",
    associations_declared_in_france_cercle_or_region: "visent un cercle ou une région",
    internal_migrants_male_percent: "Hommes",
    internal_migrants_female_percent: "Femmes",
    internal_migrants_total: "Migrants internes récents",
    internal_migrants_share_percent: "Part du total du Mali",
    emigrants_in_france_percent: "Part des émigrés en France",
    emigrants_elsewhere_percent: "Part des émigrés dans le reste du monde",
    associations_in_france_percent: "Part des associations basées en France",
    associations_elsewhere_percent: "Part des associations basées dans le reste du monde",
  },
  region: "Région",
  sum: "Somme (calculée ici)",
  internal: {
    title: "Migrants internes récents, par région de destination",
    caption:
      "Tableau 1 : migrants internes récents par région de destination et par sexe. Recensement général de 2009 (INSTAT). Effectifs en personnes, parts en %.",
    fault:
      "Défaut connu : l’en-tête imprimé a une colonne « % » de plus, toujours égale à 100,0 (la somme des hommes et des femmes), qui n’est pas reprise. Les régions sont celles de 2009 : Ménaka est dans Gao, Taoudénit dans Tombouctou.",
  },
  origins: {
    title: "Régions d’origine des émigrés et de leurs associations",
    caption:
      "Tableau 8 : part de chaque région, en % de la colonne. Émigrés et associations originaires des zones rurales. Enquête EMOP de 2011 (INSTAT, IRD).",
    fault:
      "Défauts connus : Bamako n’y est pas (zones rurales seulement) ; l’astérisque imprimé après la dernière colonne ne renvoie à aucune note ; les arrondis font que les colonnes n’arrivent pas toutes à 100 ; Gao a 0,03 dans une colonne où les autres valeurs ont une décimale.",
  },
  needs: {
    title: "Besoins exprimés",
    text: "Les besoins de renforcement que les 23 organisations consultées ont fait remonter, ensemble. Le document ne dit pas laquelle a demandé quoi : aucun de ces besoins n’est attribué à une organisation.",
    count: "{groups} besoins, {activities} activités.",
    support: "{support} ({count})",
    words: "Les mots du document",
  },
  profiles: {
    title: "Ce qui est dit de chaque typologie",
    text: "Le document décrit six typologies d’organisations. Ces descriptions valent pour la typologie, pas pour chacune de ses organisations.",
  },
};
export type FiguresMessages = typeof figures;
