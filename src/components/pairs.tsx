import type { ReactNode } from "react";

type Props = {
  /** What has no value is left out. */
  rows: readonly (readonly [name: string, value: ReactNode])[];
  /** Names label what is known of one thing, or are themselves what is explained: terms, or code. */
  names?: "label" | "term" | "code";
  /** The language of names and values, when it is not that of the page. */
  lang?: string;
};

/** Names and what is known of them. */
export function Pairs({ rows, names = "label", lang }: Props) {
  return (
    <dl className={names === "term" ? "pairs pairs-terms" : "pairs"} lang={lang}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value], index) => (
          <div key={index} className="contents">
            <dt>{names === "code" ? <code>{name}</code> : name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
