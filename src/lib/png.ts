import "server-only";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { BoundedQueue } from "./bounded-queue";

/** The picture is read on a screen and printed on a page: this many points wide, whatever its own size. */
const WIDTH = 1600;

/** The letters are those of a package, so that every server draws the same picture; a path, because the font is no module. */
const FONTS = ["400Regular/NotoSans_400Regular", "400Regular_Italic/NotoSans_400Regular_Italic", "700Bold/NotoSans_700Bold"].map((name) =>
  join(process.cwd(), "node_modules/@expo-google-fonts/noto-sans", `${name}.ttf`),
);

/** A picture takes a thread that passwords and compression wait for too: one at a time. */
const drawing = new BoundedQueue({ running: 1, slowMs: 60_000, waiting: 20, longestWaitMs: 3000 });

/**
 * A picture as PNG, drawn outside of the event loop.
 * @param svg a whole file, which loads nothing
 * @throws Busy when too many are asked for at once
 */
export function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return drawing.run("", async () => {
    const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: "Noto Sans", sansSerifFamily: "Noto Sans" };
    const image = await renderAsync(svg, { fitTo: { mode: "width", value: WIDTH }, font });
    return new Uint8Array(image.asPng());
  });
}
