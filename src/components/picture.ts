import { escaped } from "./static-markup";

/** The colours of a picture that leaves the site: those of paper, whatever the reader's screen. */
export const INKS = {
  ...{ paper: "#fdfaf3", shade: "#ece4d3", ink: "#201b15", soft: "#5a5144", line: "#d8cdb8", strong: "#857a66" },
  ...{ ochre: "#f5e5c6", deepOchre: "#80490a", indigo: "#2a3a7c" },
} as const;

/** The tones 1 to 5 of a map: those of territory-map/map.css, which mixes indigo and paper itself. */
export const TONES = ["#dee0e4", "#b7bed1", "#8c97b9", "#5e6e9f", INKS.indigo] as const;

const MARGIN = 24;
const TITLE = 22;
const NOTE = 12;
/** Of a letter, in parts of its height: wider than most fonts draw it. */
const LETTER = 0.55;

/** An element with its attributes, escaped. */
export const svgTag = (name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("")}>${content}</${name}>`;

export const svgText = (text: string, x: number, y: number, more: Readonly<Record<string, string | number>> = {}): string =>
  svgTag("text", { x, y, ...more }, escaped(text));

/** A text in lines that fit a width; a word that is longer than a line has one of its own. */
export function wrapped(text: string, width: number, size: number): string[] {
  const most = Math.max(1, Math.floor(width / (size * LETTER)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type Picture = {
  title: string;
  width: number;
  /** What it shows, drawn from (0, 0). */
  content: string;
  height: number;
  /** What it says of itself. */
  notes: readonly string[];
  language: string;
};

/** A whole SVG file: the title, what is shown, and what must be known to cite it. */
export function picture({ title, width, content, height, notes, language }: Picture): string {
  const head = wrapped(title, width, TITLE);
  const top = MARGIN + head.length * TITLE * 1.25;
  const lines = notes.flatMap((note) => wrapped(note, width, NOTE));
  const below = top + height + MARGIN;
  const size = { width: width + 2 * MARGIN, height: Math.ceil(below + lines.length * NOTE * 1.4 + MARGIN) };
  const parts = [
    svgTag("title", {}, escaped(title)),
    svgTag("rect", { ...size, fill: INKS.paper }),
    ...head.map((line, index) => svgText(line, MARGIN, MARGIN + (index + 0.8) * TITLE * 1.25, { "font-size": TITLE, "font-weight": 600 })),
    svgTag("g", { transform: `translate(${MARGIN} ${top})` }, content),
    ...lines.map((line, index) => svgText(line, MARGIN, below + (index + 1) * NOTE * 1.4, { "font-size": NOTE, fill: INKS.soft })),
  ];
  const frame = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, ...size, lang: language };
  return svgTag("svg", { ...frame, "font-family": "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif", fill: INKS.ink }, parts.join("\n"));
}
