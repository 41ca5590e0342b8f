import { redirect } from "next/navigation";
import type { Actor } from "@/domain/actor";
import { requireActor } from "./actor";
import { noteRefusal } from "./refusals";

type Asked = {
  /** Gives a path its language. */
  toPath: (path: string) => string;
  /** Where one was, to come back to after signing in. */
  back: string;
  may: (actor: Actor) => boolean;
  /** What was wanted, for the log: "accounts", "edit_entity". */
  wanted: string;
};

/** The actor of a page or of an action that not all staff may use. Who may not is noted, and sent to the pages of their own. */
export const requireAllowed = async ({ toPath, back, may, wanted }: Asked): Promise<Actor> => {
  const actor = await requireActor(toPath, back);
  if (may(actor)) return actor;
  await noteRefusal(actor, wanted);
  return redirect(toPath("/admin"));
};
