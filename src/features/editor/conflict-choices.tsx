import { Notice } from "@/components/notice";
import { choiceName, type Conflict, THEIRS } from "./form-spec";

/** For each field that two people changed at once, both values: the one who saves second chooses. Until they do, their own is taken. */
export function ConflictChoices({ conflicts }: { conflicts: readonly Conflict[] }) {
  return conflicts.map(({ field, legend, mine, theirs }) => (
    <Notice key={field} kind="warning">
      <fieldset className="field">
        <legend>{legend}</legend>
        {[mine, theirs].map(({ label, text }, index) => (
          <label className="choice" key={label}>
            <input type="radio" name={choiceName(field)} value={index === 1 ? THEIRS : ""} defaultChecked={index === 0} />
            <span>
              {label} <strong className="block written-lines">{text}</strong>
            </span>
          </label>
        ))}
      </fieldset>
    </Notice>
  ));
}
