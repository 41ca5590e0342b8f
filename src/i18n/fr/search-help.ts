/** What the search understands, with examples that run. */
export const searchHelp = {
  title: "Aide à la recherche",
  lead: "Écrivez comme vous parlez : un nom, même en partie, un sigle, un lieu, un thème. Chaque exemple ci-dessous est un lien : suivez-le pour voir ce qu’il donne.",
  example: " : {meaning}",
  words: {
    title: "Les mots",
    text: "Tous les mots doivent se trouver quelque part dans la fiche : dans le nom, un autre nom, une zone, un thème ou un autre filtre, la description ou l’adresse. Les petits mots (« de », « les », « pour ») ne comptent pas.",
    accents: "les accents, les majuscules et la forme de l’apostrophe ne comptent pas",
    endings: "au singulier comme au pluriel, au masculin comme au féminin",
    acronym: "un sigle, avec ou sans points",
    alias: "un autre nom, tel qu’un document l’écrit",
    partial: "une partie du nom",
    place: "un lieu : ce qui s’y trouve est compris",
    theme: "un thème",
    both: "un thème et un lieu",
  },
  typing: {
    title: "Pendant que vous tapez",
    text: "Des organisations, des zones et des thèmes vous sont proposés. Les flèches haut et bas les parcourent, Entrée suit celle qui est choisie, Échap ferme la liste. Sans choix, Entrée lance la recherche. Rien n’est proposé si votre navigateur est réglé pour économiser les données.",
  },
  mistakes: {
    title: "Les fautes de frappe",
    text: "Quand un mot n’existe dans aucune fiche, la recherche essaie le mot connu le plus proche : une faute pour 4 à 7 lettres, deux au-delà. Elle le dit toujours au-dessus des résultats, et un lien y cherche exactement ce que vous avez tapé. Si rien ne ressemble, elle ne trouve rien : elle n’élargit jamais sans le dire.",
    place: "un lieu mal écrit",
    word: "un mot mal écrit",
  },
  exact: {
    title: "Être plus précis",
    text: "Ces signes sont facultatifs. Tout le reste est lu comme du texte : aucune saisie n’est une erreur.",
    phrase: "entre guillemets : ces mots-là, côte à côte",
    without: "un tiret devant un mot : sans lui",
    either: "OU en majuscules : l’un ou l’autre",
  },
  filters: {
    title: "Les filtres",
    text: "À côté de la liste, ou sous « Filtrer et trier » sur un téléphone, chaque choix dit combien d’organisations il laisse. Dans un même groupe, il suffit qu’une organisation réponde à l’un des choix cochés ; d’un groupe à l’autre, elle doit répondre à chacun. « Exclure » écarte un choix. « Non renseigné » montre ce qu’aucune source ne dit : c’est une absence d’information, pas une réponse.",
    within: "Associations de migrants de retour dans la région de Kayes",
    except: "Région de Kayes, sauf les organisations des diasporas",
    unknown: "Organisations dont aucune source ne dit le thème",
  },
  order: {
    title: "L’ordre des résultats",
    text: "D’abord le sigle exact, puis le nom exact, le nom qui commence ainsi, le nom qui contient tous les mots, un autre nom, un thème ou une zone, et enfin le reste de la fiche ; à égalité, par ordre alphabétique. Sous chaque nom, une ligne dit pourquoi elle a été trouvée. La liste se trie aussi par nom, par date de modification ou de vérification, et par nombre de membres.",
  },
  keep: {
    title: "Garder une recherche",
    text: "L’adresse de la page contient toute la recherche : mettez-la en favori, envoyez-la, citez-la. Sous la liste, un fil Atom vous prévient des changements dans votre lecteur de fils, et le fichier CSV emporte la liste entière.",
    search: "« femmes », à Bamako",
    feed: "Le fil Atom de cette recherche",
  },
  limits: {
    title: "Ce qu’elle ne fait pas",
    synonyms: "Elle ne comprend ni le sens ni les synonymes : « mineurs » ne trouve pas « enfants ». Essayez les mots des documents, ou un thème.",
    documents: "Elle ne lit pas l’intérieur des documents : elle cherche dans les fiches, qui les citent.",
    needs: "Elle n’attribue pas les besoins : les sources les énoncent pour 23 organisations prises ensemble, pour aucune en particulier.",
    contacts: "Elle ne cherche ni les téléphones ni les courriels.",
    kinds:
      "Elle montre d’abord les organisations et les réseaux ; les institutions, bailleurs et médias viennent quand vous les demandez dans le filtre « Nature », ou quand vous tapez leur nom ou leur sigle exact : « UNICEF ».",
    languages:
      "Les noms et les descriptions sont dans la langue des documents, presque toujours le français ; les thèmes et les typologies se cherchent aussi en anglais.",
  },
};
export type SearchHelpMessages = typeof searchHelp;
