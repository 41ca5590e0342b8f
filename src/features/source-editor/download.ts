import "server-only";
import { currentActor } from "@/auth/actor";
import { canEditSource } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { fileForStaff } from "@/data/editing/source-files";
import { downloadAnswer } from "@/lib/http/download";

const NOT_FOUND = () => new Response(null, { status: 404 });

/** A file of a source for staff; who may not see it learns nothing of it. */
export async function staffFileAnswer(slug: string, id: string): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !canEditSource(actor)) {
    if (actor) await noteRefusal(actor, "source_file");
    return NOT_FOUND();
  }
  const file = /^\d{1,9}$/.test(id) ? await fileForStaff(actor, slug, Number(id)) : null;
  return file ? downloadAnswer(file) : NOT_FOUND();
}
