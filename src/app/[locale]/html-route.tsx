import type { ReactNode } from "react";
import { NothingHere } from "@/components/nothing-here";
import { ALL_PAGES, type PageName } from "@/components/pages";
import { addressOf } from "@/auth/request";
import { staticMarkup } from "@/components/static-markup";
import { parametersOf } from "@/domain/filters";
import { presentTerms } from "@/features/vocabularies/present";
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from "@/i18n/locales";
import { answeredDirectly } from "@/lib/http/direct-answers";
import { publicOrigin } from "@/lib/http/origin";
import { PATH_HEADER, SEARCH_HEADER } from "@/lib/http/page-headers";
import { Document, type Head } from "./document";

/** What was asked of a page; `key`: that of the record, "" on a page that stands alone. */
type Asked = {
  locale: Locale;
  key: string;
  parameters: Record<string, string[]>;
  origin: string;
  /** Whether the request is one reader's own, with their cookies. One that stands for all readers has none (server/cache-key.ts). */
  isPersonal: boolean;
};

/** What a page shows; `head`: what it says of itself besides the heading of the list of pages. Or where the page is now. */
type Shown = { body: ReactNode; head?: Partial<Head>; status?: 400 | 410 | 422 | 429 } | { moved: string };

type Context = { params: Promise<Record<string, string | string[]>> };

/** What was typed into a form of such a page, and where it came from. */
type Sent = Asked & { form: URLSearchParams; address: string };

/**
 * A public page as a route: HTML that is written once, without React's payload. See
 * docs/decisions/0011-pages-without-react.md.
 * @param show what stands in the page; null when there is no such record
 */
export function htmlRoute(name: PageName, show: (asked: Asked) => Shown | null | Promise<Shown | null>) {
  async function GET(request: Request, context: Context): Promise<Response> {
    const asked = await askedOf(request, context);
    return answerWith(request, name, asked, await show(asked));
  }
  const answerIn = (locale: Locale) => (request: Request, context: Context) => GET(request, { params: context.params.then((keys) => ({ ...keys, locale })) });
  const { path, isPublic } = ALL_PAGES[name];
  // What staff read depends on who asks.
  if (isPublic) for (const locale of LOCALES) answeredDirectly(`/${locale}${path === "/" ? "" : path}`, answerIn(locale));
  return { GET };
}

/**
 * The same of a page with a form, which is sent to the page's own address and works without a script.
 * @param send what becomes of what was typed: the page again, or the address where it leads
 */
export function htmlForm(
  name: PageName,
  show: (asked: Asked) => Shown | null | Promise<Shown | null>,
  send: (sent: Sent) => Promise<Shown | { sent: string } | null>,
) {
  async function POST(request: Request, context: Context): Promise<Response> {
    const asked = await askedOf(request, context);
    const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
    const form = new URLSearchParams(isForm ? await request.text() : "");
    const shown = await send({ ...asked, form, address: addressOf(request.headers) });
    if (shown && "sent" in shown) return new Response(null, { status: 303, headers: { location: shown.sent, "cache-control": "private, no-store" } });
    return answerWith(request, name, { ...asked, isPersonal: true }, shown);
  }
  return { ...htmlRoute(name, show), POST };
}

async function askedOf(request: Request, { params }: Context): Promise<Asked> {
  await presentTerms();
  const { locale: language, ...keys } = await params;
  return {
    locale: isLocale(String(language)) ? (language as Locale) : DEFAULT_LOCALE,
    key: String(Object.values(keys)[0] ?? ""),
    parameters: parametersOf(new URL(request.url).searchParams),
    origin: publicOrigin(),
    isPersonal: request.headers.has("cookie"),
  };
}

async function answerWith(request: Request, name: PageName, { locale, origin, isPersonal }: Asked, shown: Shown | null): Promise<Response> {
  // A merge can be undone: browsers that keep a permanent redirect must ask again.
  if (shown && "moved" in shown) return new Response(null, { status: 308, headers: { location: shown.moved, "cache-control": "no-cache" } });
  const page = shown ?? { body: <NothingHere locale={locale} />, head: { canonical: null } };
  const { heading, isPublic, embedded, analyses } = ALL_PAGES[shown ? name : "notFound"];
  const html = await staticMarkup(
    <Document
      locale={locale}
      origin={origin}
      path={request.headers.get(PATH_HEADER) ?? "/"}
      search={request.headers.get(SEARCH_HEADER) ?? ""}
      head={{ title: "", hidden: !isPublic || embedded, ...heading?.(locale), ...page.head }}
      embedded={embedded}
      analyses={analyses}
    >
      {page.body}
    </Document>,
  );
  return new Response(`<!DOCTYPE html>${html}`, {
    status: shown ? (shown.status ?? 200) : 404,
    headers: { "content-type": "text/html; charset=utf-8", ...(isPersonal || !isPublic ? { "cache-control": "private, no-store" } : {}) },
  });
}
