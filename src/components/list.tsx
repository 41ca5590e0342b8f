import type { ReactNode } from "react";

type Props<Item> = { items: readonly Item[]; className?: string; lang?: string };

/** Things one after the other, in an order that does not count. */
export function List({ items, ...list }: Props<ReactNode>) {
  return (
    <ul {...list}>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

export type Link = { href: string; label: string; lang?: string };

/** The same of links. */
export function Links({ items, ...list }: Props<Link>) {
  const links = items.map(({ href, label, lang }) => (
    <a key={href} href={href} lang={lang}>
      {label}
    </a>
  ));
  return <List items={links} {...list} />;
}
