/** Who stands behind the directory. What is said of the consortium is what the mapping says (see `CONSORTIUM.said`). */
export const about = {
  title: "À propos",
  lead: "Ce qu’est ce répertoire, qui le porte, d’où viennent ses fiches et comment les faire corriger.",
  what: {
    title: "Ce qu’est ce répertoire",
    text: "Un répertoire ouvert des organisations de la société civile (OSC) et des réseaux qui travaillent sur les migrations au Mali. Il part d’une cartographie publiée et la tient à jour : les fiches se corrigent, et chaque valeur garde sa source.",
    uses: "On y cherche une organisation pour la joindre, on y voit qui travaille où, sur quoi et avec qui, on y trouve ce que disent les documents et où ils se taisent.",
  },
  who: {
    title: "Qui le porte",
    text: "La cartographie a été réalisée au Mali par le consortium Grdr-AME, dans le programme Coopération régionale de politiques migratoires (CRPM). Expertise France a lancé ce programme en juin 2020, avec l’appui financier de l’Agence française de développement ; le FORIM le porte.",
    role: " : {role}",
    roles: {
      grdr: "met en œuvre au Mali, avec l’AME, la composante 2 du programme ; prestataire régional de la cartographie.",
      "association-malienne-des-expulses": "met en œuvre au Mali, avec le Grdr, la composante 2 du programme.",
      forim: "plateforme française des diasporas ; porte le programme.",
    },
  },
  entries: {
    title: "Comment naît une fiche",
    documents: "Les fiches viennent de documents publiés, transcrits tableau par tableau. Chaque valeur cite le document, l’endroit et la ligne.",
    typology:
      "Ce qu’un document dit d’une typologie n’est jamais présenté comme un fait sur une organisation. Quand deux sources se contredisent, les deux sont montrées.",
    corrections: "L’équipe du consortium corrige et complète les fiches. Une correction est publiée avec sa source et sa date.",
    verified: "Enregistrée ne veut pas dire vérifiée : une fiche que personne n’a vérifiée le dit.",
    sources: "Les documents cités, leur méthode et leurs fautes connues",
  },
  keptOut: {
    title: "Ce qui n’est pas publié",
    persons: "Les noms et les téléphones des personnes privées que citent les documents.",
    restricted:
      "Les informations réservées au consortium, et celles qui sont confidentielles : elles n’entrent ni dans la recherche, ni dans les chiffres, ni dans les fichiers.",
    needs: "Les besoins de telle ou telle organisation : les sources ne les disent que de 23 organisations prises ensemble.",
    unknown: "Ce qu’aucune source ne dit : rien n’est inventé pour remplir une case.",
  },
  correct: {
    title: "Corriger une fiche",
    text: "Une erreur, une absence, un changement ? Dites quelle fiche, quelle valeur, et d’où vous tenez la bonne.",
  },
  contact: {
    write: "Écrivez à",
    none: "Aucune adresse de contact n’est indiquée pour ce site. Écrivez à un membre du consortium : ses contacts sont sur sa fiche.",
  },
  licence: {
    title: "Licence",
    text: "Le code est sous licence MIT. Les documents repris n’indiquent pas de licence : les faits sont cités avec leur source, et vous devez la citer à votre tour.",
    data: "Télécharger les données",
  },
  legal: {
    title: "Mentions légales et vie privée",
    publisher: "Éditeur du site : {publisher}",
    noPublisher: "L’éditeur de ce site n’est pas indiqué.",
    readers: "Lire le site ne demande aucun compte. Il ne dépose pas de cookie, ne mesure pas l’audience et ne charge rien depuis un autre site.",
    staff: "Se connecter, ce que fait seulement l’équipe, dépose un cookie de session et un cookie qui reconnaît le navigateur.",
    attempts:
      "Pour arrêter ceux qui essaient des mots de passe, les tentatives de connexion sont comptées et notées avec l’adresse réseau d’où elles viennent.",
    rights: "Une information vous concerne et vous voulez la faire corriger ou retirer ?",
  },
};
export type AboutMessages = typeof about;
