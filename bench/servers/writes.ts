// Whether what an editor writes through one server is there at once, through the other and for themselves.
import type { Administrator } from "../../scripts/runtime/database-commands";
import { Editor } from "./editor";

export type Entry = { slug: string; name: string };
/** `ms`: from the answer to the write to the last of the answers that show it. */
export type Written = { writes: number; reads: number; stale: number; ms: number[] };

const seen = async (origin: string, slug: string) => (await fetch(`${origin}/api/v1/organisations/${slug}`)).status === 200;
const shown = async (origin: string, slug: string) => (await fetch(`${origin}/organisations/${slug}`)).status === 200;
const found = async (origin: string, { slug, name }: Entry) => {
  const response = await fetch(`${origin}/api/v1/organisations?pageSize=5&q=${encodeURIComponent(`"${name}"`)}`);
  return ((await response.json()) as { items: Entry[] }).items.some((item) => item.slug === slug);
};

/**
 * Withdraws and publishes an entry again, `count` times, through each server in turn, by the site's own forms. After
 * each write, and nothing in between, it is looked for through the other server: its page, its record, the search; and
 * the editor asks the server that they wrote through for the state of the entry.
 */
export async function writeAndRead(editor: Editor, servers: [string, string], entry: Entry, count: number): Promise<Written> {
  let reads = 0;
  let stale = 0;
  const ms: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const [own, other] = number % 2 === 0 ? servers : ([servers[1], servers[0]] as const);
    const { url, html, action } = await editor.entry(own, entry.slug);
    await editor.send(url, html, 'name="action"', { action });
    const written = performance.now();
    const isPublic = action === "publish";
    const others = await Promise.all([shown(other, entry.slug), seen(other, entry.slug), found(other, entry)]);
    ms.push(performance.now() - written);
    const themselves = (await editor.entry(own, entry.slug)).action === "unpublish";
    const answers = [...others, themselves];
    reads += answers.length;
    stale += answers.filter((answer) => answer !== isPublic).length;
  }
  return { writes: count, reads, stale, ms };
}

export async function signedIn(origin: string, administrator: Administrator): Promise<Editor> {
  const editor = new Editor();
  await editor.signIn(origin, administrator);
  return editor;
}
