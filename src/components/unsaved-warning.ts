"use client";

import { useEffect, type RefObject } from "react";

const sameText = (a: string, b: string) => a.replace(/\r\n?/g, "\n") === b.replace(/\r\n?/g, "\n");

function isControlChanged(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const given = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(given, 0);
  }
  if (control instanceof HTMLTextAreaElement) return !sameText(control.value, control.defaultValue);
  if (!(control instanceof HTMLInputElement)) return false;
  return control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** Whether a form holds something else than it was given. The controls know it themselves, also of what was typed before the script came. */
export const isChanged = (form: HTMLFormElement): boolean => [...form.elements].some(isControlChanged);

type Options = {
  /** Whether it holds what was refused or not heard, and so is nowhere else. */
  unsaved: boolean;
  /** Nothing is asked of who saves. */
  saving: boolean;
  /** Asked before another form of the page is sent, such as that of signing out: the browser asks in its own words only when the page is left. */
  question: string;
};

/**
 * Asks before a changed form is left, be it by a link, the browser's back or another form. A page of whose form nothing was changed has no
 * listener, and stays in the browser's memory of pages.
 */
export function useUnsavedWarning(form: RefObject<HTMLFormElement | null>, { unsaved, saving, question }: Options): void {
  useEffect(() => {
    const element = form.current;
    if (!element || saving) return;
    const holds = () => unsaved || isChanged(element);
    const leave = (event: BeforeUnloadEvent) => event.preventDefault();
    const listen = () => (holds() ? window.addEventListener("beforeunload", leave) : window.removeEventListener("beforeunload", leave));
    const submit = (event: SubmitEvent) => {
      if (event.target === element || !holds() || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    listen();
    element.addEventListener("input", listen);
    document.addEventListener("submit", submit, true);
    return () => {
      window.removeEventListener("beforeunload", leave);
      element.removeEventListener("input", listen);
      document.removeEventListener("submit", submit, true);
    };
  }, [form, unsaved, saving, question]);
}
