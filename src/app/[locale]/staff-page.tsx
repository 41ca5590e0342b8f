import type { ReactNode } from "react";
import type { PageName } from "@/components/pages";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { type Asked, reactPage } from "./react-page";

/** A page of whoever is signed in: each of them shows the button that signs out. */
export const staffPage = (name: PageName, show: (asked: Asked & { signOut: ReactNode }) => ReactNode) =>
  reactPage(name, (asked) => show({ ...asked, signOut: <SignOutForm locale={asked.locale} /> }));
