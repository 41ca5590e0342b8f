import { notFound } from "next/navigation";

/** Any address that no page answers: without this, Next would show its own page outside our frame. */
export default function UnknownPage() {
  notFound();
}
