import type { Need, NeedGroup, NeedSupport } from "@/domain/needs";

/** The labels of the 29 activities of Tableau 12, and of what they stand under. */
export type NeedLabels = {
  needGroup: Record<NeedGroup, string>;
  needSupport: Record<NeedSupport, string>;
  need: Record<Need, string>;
};

export const needs: NeedLabels = {
  needGroup: {
    organisational_support: "Appuis institutionnel, technique, financier et logistique",
    networking: "Mise en réseau, coopération et coordination",
    communication_and_advocacy: "Communication, lobbying et plaidoyer",
    gender_and_human_rights: "Genre et droits humains",
    diaspora_participation: "Participation des diasporas à la vie politique",
  },
  needSupport: {
    institutional: "Appuis institutionnels",
    technical: "Appuis techniques",
    financial: "Appuis financiers",
    logistical: "Appuis logistiques",
  },
  need: {
    organisational_diagnosis: "Diagnostic ou autodiagnostic et plan de renforcement",
    associative_life: "Animation de la vie associative",
    working_conditions: "Conditions de travail du personnel",
    partnership_management: "Gestion de partenariats et redevabilité",
    administrative_and_financial_management: "Gestion administrative et financière",
    project_cycle_management: "Gestion du cycle de projet",
    psychosocial_support: "Accompagnement psychosocial",
    humanitarian_law: "Droit international humanitaire",
    therapeutic_network_work: "Travail thérapeutique de réseau (TTR)",
    forum_participation: "Participation aux forums et concertations",
    national_public_funds: "Fonds publics nationaux pour les OSC",
    microproject_funding: "Financement de microprojets par l’État et les collectivités",
    flexible_funding: "Financements flexibles et durables",
    equipment_and_logistics: "Locaux, équipement et moyens de locomotion",
    reception_centres: "Centres d’accueil et de prise en charge",
    migrant_umbrella: "Faîtière réunissant les associations de migrants",
    national_consultation_framework: "Cadre national de concertation sur la migration",
    existing_consultation_frameworks: "Cadres de concertation existants",
    strategic_partnerships: "Partenariats avec médias, secteur privé et universités",
    local_dialogue_spaces: "Espaces de dialogue avec les collectivités",
    communication_training: "Formation à la communication, au lobbying et au plaidoyer",
    positive_communication_tools: "Outils de communication positive et de proximité",
    migration_law_training: "Formation au droit de la migration et à la lutte contre la traite",
    awareness_material: "Matériel de sensibilisation adapté",
    women_and_youth_initiatives: "Initiatives pour les femmes et les jeunes",
    diaspora_information_channels: "Circulation de l’information avec la diaspora",
    diaspora_leaders_in_missions: "Leaders de la diaspora dans les représentations du Mali",
    diaspora_law_training: "Formation des diasporas aux textes de loi",
    diaspora_representation: "Représentation de la diaspora dans les institutions",
  },
};
