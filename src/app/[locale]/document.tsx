import type { ReactNode } from "react";
import { DEFAULT_LOCALE, LOCALES, samePageIn, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { cutAtWord } from "@/lib/cut-at-word";
import { Frame, THEME_COLOURS } from "@/components/frame";
import { analysisSheet, styleSheet } from "../style-sheet";

/** Search engines and those who show a link print less: the whole text stands in the page. */
const LONGEST_DESCRIPTION = 300;

/** What a page says of itself to browsers and search engines. */
export type Head = {
  title: string | { absolute: string };
  description?: string;
  /** The path that it should be known by, in its French form, when it answers to several; null: it has none. */
  canonical?: string | null;
  feed?: { href: string; title: string };
  hidden?: boolean;
};

type Props = {
  locale: Locale;
  /** The address that readers use, without a final slash; "" when it is not known: addresses are then paths. */
  origin: string;
  /** As readers see it: "/en/organisations". */
  path: string;
  /** "?…" or empty. */
  search: string;
  head: Head;
  /** It stands inside a page of another site, which its links leave. */
  embedded?: boolean;
  /** It counts, crosses or draws what is known. */
  analyses?: boolean;
  children: ReactNode;
};

/** A whole page, to be written once and sent as it is. */
export function Document({ locale, origin, path, search, head, embedded = false, analyses = false, children }: Props) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {embedded ? <base target="_blank" /> : null}
        <link rel="stylesheet" href={styleSheet.address} />
        {analyses ? <link rel="stylesheet" href={analysisSheet.address} /> : null}
        {THEME_COLOURS.map(({ media, color }) => (
          <meta key={color} name="theme-color" content={color} media={media} />
        ))}
        <Heading locale={locale} origin={origin} path={path} head={head} />
        <meta name="format-detection" content="telephone=no, address=no, email=no" />
        <link rel="icon" href="/icon.svg" sizes="any" type="image/svg+xml" />
      </head>
      <body>
        {embedded ? (
          <main>{children}</main>
        ) : (
          <Frame locale={locale} path={path} search={search}>
            {children}
          </Frame>
        )}
      </body>
    </html>
  );
}

function Heading({ locale, origin, path, head }: Pick<Props, "locale" | "origin" | "path" | "head">) {
  const t = translator(locale, "site");
  const title = typeof head.title === "string" ? `${head.title} · ${t("shortName")}` : head.title.absolute;
  const description = cutAtWord(head.description ?? t("tagline"), LONGEST_DESCRIPTION);
  const { canonical = path } = head;
  const absolute = (local: string) => (origin && local === "/" ? origin : origin + local);
  const at = (language: Locale) => absolute(samePageIn(language, canonical ?? path, ""));
  // The address of a page that is shared must be whole, or not be there.
  const shared = {
    title,
    description,
    ...(origin ? { url: absolute(path) } : {}),
    site_name: t("name"),
    locale: locale === "fr" ? "fr_FR" : "en_GB",
    type: "website",
  };
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {head.hidden ? <meta name="robots" content="noindex" /> : null}
      {canonical === null ? null : (
        <>
          <link rel="canonical" href={at(locale)} />
          {LOCALES.map((language) => (
            <link key={language} rel="alternate" hrefLang={language} href={at(language)} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={at(DEFAULT_LOCALE)} />
        </>
      )}
      {head.feed ? <link rel="alternate" type="application/atom+xml" title={head.feed.title} href={origin + head.feed.href} /> : null}
      {Object.entries(shared).map(([property, content]) => (
        <meta key={property} property={`og:${property}`} content={content} />
      ))}
      <meta name="twitter:card" content="summary" />
    </>
  );
}
