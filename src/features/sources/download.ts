import "server-only";
import { publicFile } from "@/data/source/files";
import { downloadAnswer } from "@/lib/http/download";

/** A public file of a source; 404 for any other. */
export async function publicFileAnswer(slug: string, id: string): Promise<Response> {
  const file = /^\d{1,9}$/.test(id) ? await publicFile(slug, Number(id)) : null;
  return file ? downloadAnswer(file) : new Response(null, { status: 404 });
}
