import { asset } from "@/lib/http/asset";
import analysis from "./analysis.css?raw";
import text from "./globals.css?raw";

/** The style sheet of the pages that are not React's; to those Next gives the same in its own way. */
export const styleSheet = asset("css", text);

/** What the pages that cross and draw what is known load besides: a phone that opens no such page does not pay for it. */
export const analysisSheet = asset("css", analysis);
