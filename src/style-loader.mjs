import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";

/** What `next.config.ts` does with the style sheet that pages load by its address: Tailwind writes it out, in one small file. */
export default async function styleSheet(source) {
  const { css } = await postcss([tailwind({ optimize: true })]).process(source, { from: this.resourcePath });
  return css;
}
