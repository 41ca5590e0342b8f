import { Field, FieldError, FieldHint, Select } from "@/components/field";
import { SuggestedInput } from "./suggested-input";
import { controlId, lineKey, type BlockSpec, type ControlSpec, type FormState } from "./form-spec";

type Of<T extends BlockSpec["type"]> = Extract<BlockSpec, { type: T }>;
type Shared = { state: FormState; required: string };
type WithSuggestions = Shared & { /** The address that proposes what a typed text may become. */ suggestions: string };

/** One control with its label, hint and error. `at` is its key: the name, or the name and the line. */
function Control({
  control,
  at,
  value,
  error,
  required,
  compact = false,
}: {
  control: ControlSpec;
  at: string;
  value: string;
  error?: string;
  required: string;
  compact?: boolean;
}) {
  return (
    <Field id={controlId(at)} label={control.label} hint={compact ? undefined : control.hint} error={error} required={control.required ? required : undefined}>
      {(carried) => {
        const shared = { ...carried, name: control.name, className: "input", defaultValue: value, "aria-required": control.required || undefined };
        if (control.type === "select") return <Select {...shared} options={control.options ?? []} />;
        if (control.type === "textarea") return <textarea {...shared} className={compact ? "input input-short" : "input"} rows={compact ? 2 : 5} />;
        const inputMode = control.type === "number" ? "numeric" : undefined;
        return <input {...shared} type={control.type === "date" ? "date" : "text"} inputMode={inputMode} autoComplete="off" />;
      }}
    </Field>
  );
}

export function ControlBlock({ block: { control }, state, required }: Shared & { block: Of<"control"> }) {
  return <Control control={control} at={control.name} value={state.values[control.name]?.[0] ?? ""} error={state.errors[control.name]} required={required} />;
}

export function ChoicesBlock({ block, state }: Shared & { block: Of<"choices"> }) {
  const error = state.errors[block.name];
  const errorId = `${controlId(block.name)}-error`;
  const checked = new Set(state.values[block.name]);
  return (
    <fieldset className="field" id={controlId(block.name)} aria-describedby={error ? errorId : undefined}>
      <legend>{block.legend}</legend>
      <FieldHint text={block.hint} />
      <FieldError id={errorId} text={error} />
      {block.groups.map(({ label, options }) => (
        <div key={label ?? ""} role={label ? "group" : undefined} aria-label={label ?? undefined}>
          {label ? <p className="soft mt-3">{label}</p> : null}
          <div className="grid gap-x-6 sm:grid-cols-2">
            {options.map((option) => (
              <label className="choice" key={option.value}>
                <input type="checkbox" name={block.name} value={option.value} defaultChecked={checked.has(option.value)} />
                <span>{option.label}</span>
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

export function LinesBlock({ block, state, suggestions }: WithSuggestions & { block: Of<"lines"> }) {
  const { name, legend, hint, rowLabel, suggests, multiline, spare } = block;
  const hintId = `${controlId(name)}-hint`;
  const values = [...(state.values[name] ?? []), ...Array<string>(spare).fill("")];
  return (
    <fieldset className="field" aria-describedby={hint ? hintId : undefined}>
      <legend>{legend}</legend>
      <FieldHint id={hintId} text={hint} />
      {values.map((value, index) => {
        const key = lineKey(name, index);
        const error = state.errors[key];
        const errorId = `${controlId(key)}-error`;
        const shared = {
          id: controlId(key),
          name,
          className: "input",
          defaultValue: value,
          "aria-label": rowLabel.replace("{n}", String(index + 1)),
          "aria-describedby": error ? errorId : undefined,
          "aria-invalid": error ? (true as const) : undefined,
        };
        return (
          <div key={key}>
            <FieldError id={errorId} text={error} />
            {suggests ? (
              <SuggestedInput {...shared} source={`${suggestions}?kind=${suggests}`} />
            ) : multiline ? (
              <textarea {...shared} className="input input-short" rows={2} />
            ) : (
              <input {...shared} type="text" autoComplete="off" />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

export function RecordsBlock({ block, state, required }: Shared & { block: Of<"records"> }) {
  const filled = state.values[block.key]?.length ?? 0;
  const rows = Array.from({ length: filled + block.spare }, (_, index) => index);
  return (
    <div className="grid gap-5">
      <FieldHint text={block.hint} />
      {rows.map((index) => (
        <fieldset className="field record" key={index}>
          <legend>{block.rowLegend.replace("{n}", String(index + 1))}</legend>
          {block.hidden ? <input type="hidden" name={block.hidden} value={state.values[block.hidden]?.[index] ?? ""} /> : null}
          <div className="record-columns">
            {block.columns.map((control) => (
              <div key={control.name} className={control.type === "textarea" ? "sm:col-span-3" : undefined}>
                <Control
                  control={control}
                  at={lineKey(control.name, index)}
                  value={state.values[control.name]?.[index] ?? block.defaults[control.name] ?? ""}
                  error={state.errors[lineKey(control.name, index)]}
                  required={required}
                  compact
                />
              </div>
            ))}
          </div>
          {index < filled ? (
            <label className="choice">
              <input type="checkbox" name={block.remove.name} value={index} />
              <span>{block.remove.label}</span>
            </label>
          ) : null}
        </fieldset>
      ))}
    </div>
  );
}
