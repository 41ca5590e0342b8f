// An editor without scripts: sends the forms of the site as a browser does that runs none.

import type { Administrator } from "../../scripts/runtime/database-commands";

const unescape = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const attribute = (tag: string, name: string): string | undefined => {
  const value = tag.match(new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`));
  return value ? unescape(value[1] ?? "") : undefined;
};

/** What is chosen of a list, as a browser sends it: the first when nothing is said. */
function chosen(options: string): string {
  const all = options.match(/<option[^>]*>/g) ?? [];
  const option = all.find((each) => attribute(each, "selected") !== undefined) ?? all[0] ?? "";
  return attribute(option, "value") ?? "";
}

/** The fields of the first form that contains `mark`, as they stand; hidden ones say which action the form is for. */
function fieldsOf(html: string, mark: string): [name: string, value: string][] {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((each) => each.includes(mark));
  if (!form) throw new Error(`The page has no form with ${mark}.`);
  const fields = form.matchAll(/(<(input|textarea|select)\b[^>]*>)(?:(?<=<textarea[^>]*>)([\s\S]*?)<\/textarea>|(?<=<select[^>]*>)([\s\S]*?)<\/select>)?/g);
  return [...fields].flatMap(([, tag = "", , text = "", options]): [string, string][] => {
    const name = attribute(tag, "name");
    const type = attribute(tag, "type") ?? "";
    if (!name || ["file", "submit"].includes(type) || (["checkbox", "radio"].includes(type) && attribute(tag, "checked") === undefined)) return [];
    return [[name, options === undefined ? (attribute(tag, "value") ?? unescape(text)) : chosen(options)]];
  });
}

export class Editor {
  #cookies = new Map<string, string>();

  /** @param address where this editor asks from, of a site that trusts this machine as its proxy */
  constructor(private readonly address?: string) {}

  /** Asks for a page, or sends a form there; redirections are the caller's. */
  async #ask(url: string, options: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      ...options,
      redirect: "manual",
      headers: { ...(cookie && { cookie }), ...(this.address && { "x-forwarded-for": this.address }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  async page(url: string): Promise<string> {
    const response = await this.#ask(url);
    if (response.status !== 200) throw new Error(`${url} answers ${response.status}.`);
    return response.text();
  }

  /** Sends the form with `mark` of a page read before, with these values in place of its own, and returns where it leads. */
  async send(url: string, html: string, mark: string, values: Record<string, string>): Promise<string> {
    const body = new FormData();
    const others = fieldsOf(html, mark).filter(([name]) => !(name in values));
    for (const [name, value] of [...others, ...Object.entries(values)]) body.append(name, value);
    const response = await this.#ask(url, { method: "POST", body });
    await response.arrayBuffer();
    if (response.status !== 303) throw new Error(`The form at ${url} was not taken (${response.status}).`);
    return new URL(response.headers.get("location") ?? "", url).pathname;
  }

  /** Signs in with a one-time password and chooses another. */
  async signIn(origin: string, { email, password }: Administrator): Promise<void> {
    const signIn = `${origin}/connexion`;
    await this.send(signIn, await this.page(signIn), 'name="email"', { email, password });
    const change = `${origin}/connexion/mot-de-passe`;
    const { headers } = await this.#ask(`${origin}/admin`);
    if (!headers.get("location")?.endsWith("/connexion/mot-de-passe")) return;
    const chosen = "une phrase pour les mesures";
    await this.send(change, await this.page(change), 'name="repeat"', { current: password, next: chosen, repeat: chosen });
  }

  /** The publication form of an entry on one server: the page, and what its button would do. */
  async entry(origin: string, slug: string): Promise<{ url: string; html: string; action: string }> {
    const url = `${origin}/admin/organisations/${slug}`;
    const html = await this.page(url);
    const action = /<button[^>]* value="(publish|unpublish)"/.exec(html)?.[1];
    if (!action) throw new Error(`${url} has no publication form.`);
    return { url, html, action };
  }
}
