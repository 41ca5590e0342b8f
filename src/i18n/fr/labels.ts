import type { CitedField } from "@/domain/fields";
import type * as vocabularies from "@/domain/vocabularies";
import type { FilterGroup, Sort } from "@/domain/filters";
import { needs, type NeedLabels } from "./needs";
import { nouns, type NounLabels } from "./nouns";

/** One label a code: a code without a label does not compile, in either language. */
export type Labels = NounLabels &
  NeedLabels & {
    kind: Record<vocabularies.OrganisationKind, string>;
    typology: Record<vocabularies.Typology, string>;
    perimeter: Record<vocabularies.Perimeter, string>;
    perimeterScale: Record<vocabularies.PerimeterScale, string>;
    legalStatus: Record<vocabularies.LegalStatus, string>;
    formality: Record<vocabularies.Formality, string>;
    budget: Record<vocabularies.BudgetTier, string>;
    theme: Record<vocabularies.Theme, string>;
    chain: Record<vocabularies.Chain, string>;
    partnerGroup: Record<vocabularies.PartnerGroup, string>;
    networkScope: Record<vocabularies.NetworkScope, string>;
    basis: Record<vocabularies.Basis, string>;
    life: Record<vocabularies.LifeState, string>;
    /** After "vérifiée le 3 mars 2026". */
    verifiedHow: Record<vocabularies.VerificationMeans, string>;
    visibility: Record<vocabularies.Visibility, string>;
    zoneLevel: Record<vocabularies.ZoneLevel, string>;
    partnerClass: Record<vocabularies.PartnerClass, string>;
    contactChannel: Record<vocabularies.ContactChannel, string>;
    contactState: Record<vocabularies.ContactState, string>;
    field: Record<CitedField, string>;
    typologyField: Record<vocabularies.TypologyField, string>;
    role: Record<vocabularies.UserRole, string>;
    filter: Record<FilterGroup, string>;
    sort: Record<Sort, string>;
    /** The value of a filter that asks for what no source says. */
    unknown: string;
  };

export const labels: Labels = {
  kind: {
    cso: "Organisation de la société civile",
    network: "Réseau ou plateforme",
    public_institution: "Institution publique",
    donor: "Bailleur ou agence",
    company: "Entreprise",
    research: "Recherche",
    media: "Média",
    programme: "Programme ou mécanisme",
    unspecified: "Nature non précisée par les sources",
  },
  typology: {
    local_organisation: "Organisations locales",
    national_ngo: "Associations et ONG nationales",
    international_ngo: "ONG et organisations internationales de solidarité",
    diaspora_organisation: "Organisations des diasporas",
    return_migrant_association: "Associations de migrants de retour",
    network_platform: "Réseaux et plateformes",
  },
  perimeter: { local: "Local", national: "National", international: "International" },
  perimeterScale: {
    village: "Village",
    commune: "Commune",
    intercommunal: "Intercommunal",
    cercle: "Cercle",
    regional: "Régional",
  },
  legalStatus: {
    declared: "Déclarée",
    approved: "Agréée",
    framework_agreement: "Accord-cadre avec l’État",
    public_utility: "Reconnue d’utilité publique",
    de_facto: "Association de fait",
  },
  formality: { formal: "Formelle", informal: "Informelle" },
  budget: {
    low: "Faible (moins de 5 000 €)",
    medium: "Moyenne (5 000 à 100 000 €)",
    high: "Bonne (plus de 100 000 €)",
    variable: "Variable",
  },
  theme: {
    youth_support: "Accompagnement de jeunes",
    women_rights: "Droit et protection des femmes",
    child_rights: "Droit et protection des enfants",
    domestic_workers: "Exode rural : jeunes aides ménagères",
    transit_assistance: "Assistance des migrants en transit",
    immigrant_reception: "Accueil et intégration des immigrés",
    diaspora_protection: "Protection des Maliens de l’extérieur",
    return_reintegration: "Accueil et réinsertion des migrants de retour",
    displaced_and_refugees: "Protection des déplacés internes et réfugiés",
    local_development: "Coopération et développement local",
  },
  chain: {
    waste: "Collecte et recyclage de déchets",
    cereals: "Céréales",
    rice: "Riziculture",
    mango: "Mangue",
    livestock: "Élevage",
    shea: "Karité",
    cotton: "Coton",
    fishing: "Pêche et pisciculture",
    agroforestry: "Agroforesterie",
  },
  partnerGroup: {
    institutional_governmental: "Partenariats institutionnels ou gouvernementaux",
    social_psychosocial: "Intégration sociale et psychosociale",
    agriculture_agrifood: "Secteur agricole et agroalimentaire",
    training_general: "Formation et développement des capacités (généralistes)",
    training_specialised: "Formation et développement des capacités (spécialisés)",
    finance_social_investment: "Financement et investissement social",
    sustainable_labels_standards: "Labels durables et normes éthiques, sociétales et environnementales",
    research: "Recherche",
    media: "Médias",
  },
  networkScope: { national: "Réseaux nationaux", african: "Réseaux africains", international: "Réseaux internationaux" },
  basis: {
    stated: "Dit de cette organisation",
    typology: "Dit de sa typologie",
    inferred: "Déduit du document",
    self_declared: "Déclaré par l’organisation",
    verified: "Vérifié par le consortium",
  },
  life: { active: "Active", dormant: "En sommeil", dissolved: "Dissoute", merged: "Fusionnée avec une autre" },
  verifiedHow: { visit: "par une visite", call: "par un appel", mail: "par courrier ou message", document: "d’après un document" },
  visibility: { public: "Public", consortium: "Réservé au consortium", confidential: "Confidentiel" },
  zoneLevel: { country: "Pays", region: "Région", cercle: "Cercle", commune: "Commune", locality: "Localité" },
  partnerClass: {
    migrants: "Migrants",
    return_migrants: "Migrants de retour",
    local_organisations: "Organisations locales",
    national_ngos: "Associations et ONG nationales",
    international_ngos: "ONG internationales",
    solidarity_organisations: "Organisations de solidarité",
    diaspora_organisations: "Organisations des diasporas",
    return_migrant_associations: "Organisations de migrants de retour",
    local_authorities: "Collectivités",
    public_administration: "Administration de l’État, centrale et décentralisée",
    ministries_and_services: "Ministères et services techniques",
    eu_agencies: "Agences de l’Union européenne",
    un_agencies: "Agences des Nations unies",
    cooperation_agencies: "Agences de coopération",
    foundations: "Fondations",
    works_councils: "Comités d’entreprise",
    professional_orders: "Ordres des métiers",
    charities: "Organisations caritatives",
  },
  contactChannel: {
    address: "Adresse du siège",
    phone: "Téléphone",
    email: "Courriel",
    website: "Site internet",
    facebook: "Facebook",
  },
  contactState: {
    ok: "Utilisable",
    invalid: "Tel qu’imprimé, inutilisable",
    none: "Déclaré inexistant",
    not_working: "Ne fonctionne pas",
    under_construction: "En construction",
  },
  field: {
    name: "Nom",
    acronym: "Sigle",
    alias: "Autre nom",
    kind: "Nature",
    typology: "Typologie",
    perimeter: "Périmètre d’intervention",
    legal_status: "Statut",
    budget_tier: "Capacité financière",
    zones: "Zones d’intervention",
    themes: "Thèmes",
    chains: "Chaînes de valeur",
    partner_groups: "Partenaire possible pour",
    member_count: "Nombre de membres",
    founded_year: "Année de création",
    life: "État de l’organisation",
    identifiers: "Enregistrement ou acte",
    network_scope: "Portée du réseau",
    interviewed: "Interrogée pour la cartographie",
    description: "Présentation",
    contacts: "Contacts",
    partners: "Partenaires",
    networks: "Réseaux",
    part_of: "Fait partie de",
    needs: "Besoins",
    problems: "Problèmes",
    added_values: "Valeur ajoutée",
  },
  typologyField: {
    composition: "Qui elles sont",
    features: "Ce qui les distingue",
    scale: "Échelle d’action",
    history: "Histoire",
    legal_status: "Statut juridique",
    funding: "Sources de financement",
    themes: "Thématiques d’intervention",
    budget_tier: "Capacité financière",
    partners: "Partenaires",
    problems: "Problèmes",
    added_values: "Valeur ajoutée",
  },
  ...needs,
  ...nouns,
  role: { admin: "Administration", editor: "Rédaction", contributor: "Contribution", reader: "Lecture" },
  filter: {
    kind: "Nature",
    typology: "Typologie",
    perimeter: "Périmètre",
    formality: "Formelle ou informelle",
    status: "Statut",
    budget: "Capacité financière",
    theme: "Thème",
    need: "Besoin exprimé",
    zone: "Zone d’intervention",
    country: "Pays",
    partner: "Partenaire",
    network: "Réseau",
    chain: "Chaîne de valeur",
    community: "Communauté de retour",
    body: "Instance",
    programme: "Programme",
    source: "Source",
  },
  sort: { relevance: "Pertinence", name: "Nom", updated: "Modifiées récemment", verified: "Vérification la plus récente", members: "Nombre de membres" },
  unknown: "Non renseigné",
};
