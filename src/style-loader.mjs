import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";

/** What `next.config.ts` does with the style sheet that pages load by its address: Tailwind writes it out, in one small file. */
export default async function styleSheet(source) {
  const { css, messages } = await postcss([tailwind({ optimize: true })]).process(source, { from: this.resourcePath });
  // Without these, the next build would keep the sheet although one that it imports has changed.
  for (const { type, file } of messages) if (type === "dependency") this.addDependency(file);
  return css;
}
