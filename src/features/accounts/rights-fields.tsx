import { Field, Select } from "@/components/field";
import type { TypedRights } from "./state";

export type RightsWords = Record<"role" | "zones" | "zonesHint" | "entries" | "entriesHint", string>;
type Props = { roles: readonly { value: string; label: string }[]; words: RightsWords; typed: TypedRights };

/** The controls that say what an account may do. */
export const RightsFields = ({ roles, words, typed }: Props) => (
  <>
    <Field id="compte-role" label={words.role}>
      {(control) => <Select {...control} name="role" defaultValue={typed.role} options={roles} />}
    </Field>
    <Field id="compte-zones" label={words.zones} hint={words.zonesHint}>
      {(control) => <textarea {...control} className="input" name="zones" rows={2} defaultValue={typed.zones} />}
    </Field>
    <Field id="compte-fiches" label={words.entries} hint={words.entriesHint}>
      {(control) => <textarea {...control} className="input" name="entries" rows={2} defaultValue={typed.entries} />}
    </Field>
  </>
);
