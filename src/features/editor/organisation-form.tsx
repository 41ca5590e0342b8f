"use client";

import { unstable_rethrow } from "next/navigation";
import { Component, useActionState, useEffect, useRef, type ReactNode } from "react";
import { Links, List } from "@/components/list";
import { Submit } from "@/components/submit";
import { Notice } from "@/components/notice";
import { useUnsavedWarning } from "@/components/unsaved-warning";
import { ChoicesBlock, ControlBlock, LinesBlock, RecordsBlock } from "./controls";
import { ConflictChoices } from "./conflict-choices";
import { type BlockSpec, type FormSpec, type FormState, type Said, SECTION_PARAMETER, type Values } from "./form-spec";

type Props = {
  spec: FormSpec;
  initial: FormState;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What was done before this form was opened; it is no longer said once the form has an answer of its own. */
  done?: ReactNode;
  /** The section whose button was pressed: it tells there what was done. */
  part?: string | null;
  /** What stands between that and the form. */
  children?: ReactNode;
};

/** What is said of a field now, folded: who wants to know opens it. */
const SaidNow = ({ said: { title, lines } }: { said: Said }) => (
  <details className="aside">
    <summary>{title}</summary>
    <ul className="grid gap-2 py-2">
      {lines.map(({ text, language, origin, href }, index) => (
        <li key={index}>
          <span className="written-lines" lang={language}>
            {text}
          </span>{" "}
          <a href={href}>{origin}</a>
        </li>
      ))}
    </ul>
  </details>
);

function Block({ block, ...shared }: { block: BlockSpec; state: FormState; required: string; suggestions: string }) {
  switch (block.type) {
    case "control":
      return <ControlBlock block={block} {...shared} />;
    case "choices":
      return <ChoicesBlock block={block} {...shared} />;
    case "lines":
      return <LinesBlock block={block} {...shared} />;
    case "records":
      return <RecordsBlock block={block} {...shared} />;
  }
}

/**
 * The form of an organisation, drawn from its description. It is plain HTML that works without
 * scripts; with them, the answer comes without loading the page and the reader is led to it.
 */
function Controls({ spec, initial, action, done, part = null, children, onSubmit }: Props & { onSubmit: (form: HTMLFormElement) => void }) {
  const [state, submit, pending] = useActionState(action, initial);
  const answer = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useUnsavedWarning(form, { unsaved: state.serial > 0, saving: pending, question: spec.words.unsaved });
  useEffect(() => {
    if (state.serial > 0) answer.current?.focus();
  }, [state.serial]);
  return (
    <>
      {state.serial === 0 && part === null ? done : null}
      {children}
      <form ref={form} action={submit} onSubmit={({ currentTarget }) => onSubmit(currentTarget)} noValidate>
        <div ref={answer} tabIndex={-1} className="grid gap-4">
          {state.notice ? (
            <Notice kind="warning" title={state.notice.title}>
              <List items={state.notice.lines} />
            </Notice>
          ) : null}
          <ConflictChoices conflicts={state.conflicts} />
          {state.summary ? (
            <Notice kind="error" title={state.summary.title}>
              <ul>
                {state.summary.items.map(({ href, text }) => (
                  <li key={`${href} ${text}`}>
                    {href === "" ? (
                      text
                    ) : (
                      <a href={href} target={href.startsWith("#") ? undefined : "_blank"}>
                        {text}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
        </div>
        {/* A new answer is a new set of controls: the browser must show its values, not those of before. */}
        <div key={state.serial} className="form mt-6">
          {/* What the Enter key presses: the first button of a form. */}
          <button type="submit" hidden />
          <input type="hidden" name="version" value={state.values.version?.[0] ?? ""} />
          {state.homonym ? (
            <label className="choice">
              <input type="checkbox" name="homonym" value={state.homonym} /> <span>{spec.words.homonym}</span>
            </label>
          ) : null}
          <p className="field-hint">{spec.words.optional}</p>
          <nav aria-label={spec.words.contents}>
            <Links className="flex flex-wrap gap-x-4 gap-y-1" items={spec.sections.map(({ id, title }) => ({ href: `#${id}`, label: title }))} />
          </nav>
          {spec.sections.map(({ id, title, intro, blocks, folded, save }) => (
            <section key={id} id={id} aria-labelledby={`${id}-titre`} className="section grid gap-5 pt-5 pb-0">
              <h2 id={`${id}-titre`}>{title}</h2>
              {intro ? <p className="field-hint">{intro}</p> : null}
              {state.serial === 0 && part === id ? done : null}
              {blocks.map((block) => {
                const name = block.type === "control" ? block.control.name : block.name;
                const said = spec.said[name];
                return (
                  <div key={name} className="grid gap-2">
                    <Block block={block} state={state} required={spec.words.required} suggestions={spec.suggestions} />
                    {said ? <SaidNow said={said} /> : null}
                  </div>
                );
              })}
              {folded ? (
                <details open={folded.controls.some(({ name }) => state.values[name]?.[0])}>
                  <summary>{folded.title}</summary>
                  <div className="grid gap-5 pt-4">
                    {folded.controls.map((control) => (
                      <ControlBlock key={control.name} block={{ type: "control", control }} state={state} required={spec.words.required} />
                    ))}
                  </div>
                </details>
              ) : null}
              {save ? (
                <div>
                  <button className="btn btn-quiet" type="submit" name={SECTION_PARAMETER} value={id} disabled={pending} aria-label={save}>
                    {spec.words.submit}
                  </button>
                </div>
              ) : null}
            </section>
          ))}
          <Submit pending={pending}>{spec.words.submit}</Submit>
        </div>
      </form>
    </>
  );
}

/**
 * The form, which gives back what was typed when nothing came back from the server: who loses their connection loses no text.
 */
export class OrganisationForm extends Component<Props, { unheard: boolean }> {
  override state = { unheard: false };
  private typed: Values = {};

  static getDerivedStateFromError(error: unknown) {
    // What Next itself throws leads to another page.
    unstable_rethrow(error);
    return { unheard: true };
  }

  private keep = (element: HTMLFormElement): void => {
    const form = new FormData(element);
    this.typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]));
  };

  override render() {
    const { initial, spec } = this.props;
    const back: FormState = {
      serial: 1,
      values: this.typed,
      errors: {},
      summary: { title: spec.words.unheard, items: [] },
      notice: null,
      conflicts: [],
      homonym: null,
    };
    return <Controls {...this.props} initial={this.state.unheard ? back : initial} onSubmit={this.keep} />;
  }
}
