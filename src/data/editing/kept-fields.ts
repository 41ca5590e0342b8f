import "server-only";
import { composeFields } from "@/domain/compose";
import type { OrganisationFields } from "@/domain/organisation-input";
import type { Visibility } from "@/domain/vocabularies";
import type { KeptStatement } from "../change/statements";

/** The values of an organisation as staff edit them: what is shown of each field, zones as codes and organisations as slugs. */
export const keptFields = (said: readonly KeptStatement[], visibility: Visibility): OrganisationFields => ({ ...composeFields(said), visibility });
