/** The four headings under which the first need lists its activities. */
const SUPPORTS = {
  institutional: ["organisational_diagnosis", "associative_life", "working_conditions", "partnership_management"],
  technical: [
    "administrative_and_financial_management",
    "project_cycle_management",
    "psychosocial_support",
    "humanitarian_law",
    "therapeutic_network_work",
    "forum_participation",
  ],
  financial: ["national_public_funds", "microproject_funding", "flexible_funding"],
  logistical: ["equipment_and_logistics", "reception_centres"],
} as const;
export type NeedSupport = keyof typeof SUPPORTS;

/**
 * The 5 needs and 29 activities of Tableau 12 of the Mali mapping, as expressed by the 23
 * organisations consulted. They are said of these organisations together, of none in particular.
 */
export const NEED_GROUPS = {
  organisational_support: [...SUPPORTS.institutional, ...SUPPORTS.technical, ...SUPPORTS.financial, ...SUPPORTS.logistical],
  networking: ["migrant_umbrella", "national_consultation_framework", "existing_consultation_frameworks", "strategic_partnerships", "local_dialogue_spaces"],
  communication_and_advocacy: ["communication_training", "positive_communication_tools"],
  gender_and_human_rights: ["migration_law_training", "awareness_material", "women_and_youth_initiatives"],
  diaspora_participation: ["diaspora_information_channels", "diaspora_leaders_in_missions", "diaspora_law_training", "diaspora_representation"],
} as const;

export type NeedGroup = keyof typeof NEED_GROUPS;
export type Need = (typeof NEED_GROUPS)[NeedGroup][number];

export const NEED_GROUP_CODES = Object.keys(NEED_GROUPS) as NeedGroup[];
export const NEEDS: readonly Need[] = NEED_GROUP_CODES.flatMap((group) => [...NEED_GROUPS[group]]);

/** The group of an activity of Tableau 12. */
export function needGroupOf(need: Need): NeedGroup {
  return NEED_GROUP_CODES.find((group) => (NEED_GROUPS[group] as readonly string[]).includes(need))!;
}

/** The heading under which an activity of the first need stands; null for the activities of the others, which have none. */
export function needSupportOf(need: Need): NeedSupport | null {
  return (Object.keys(SUPPORTS) as NeedSupport[]).find((support) => (SUPPORTS[support] as readonly string[]).includes(need)) ?? null;
}
