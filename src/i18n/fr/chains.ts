export const chains = {
  title: "Filières",
  lead: "Les chaînes de valeur où des migrants de retour pourraient travailler, les communautés auxquelles une étude de 2018 les rattache, et qui pourrait y être partenaire.",
  any: { chain: "Toutes les filières", community: "Toutes les communautés", kind: "Tous les acteurs" },
  find: "Trouver des partenaires",
  found: "{count, plural, =0 {Aucun partenaire possible} one {# partenaire possible} other {# partenaires possibles}}",
  nobody: "Aucun document ne nomme de partenaire pour ce choix. Retirez un critère, ou choisissez une autre filière.",
  present: "Nommés par une source à {place}",
  noneThere: "Aucun de ces partenaires n’y est nommé.",
  elsewhere: "Autres partenaires de ces filières",
  elsewhereLead: "Le tableau de l’étude ne dit pas dans quelle communauté chacun travaille.",
  inList: "{count, plural, one {Le voir dans la liste} other {Les # dans la liste, à filtrer et à télécharger}}",
  matrix: "Quelle filière, à quel endroit",
  matrixLead:
    "L’étude a présélectionné neuf filières par communauté. Le tableau de synthèse et la première recommandation en citent d’autres : chaque endroit donne ses lignes.",
  none: "Aucune",
  groups: "Partenaires possibles par domaine",
  groupsLead: "Ceux que l’étude range, au plan national, dans neuf groupes. Elle ne dit pas qu’ils sont déjà partenaires.",
};
export type ChainsMessages = typeof chains;
