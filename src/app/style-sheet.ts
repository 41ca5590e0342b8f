import { asset } from "@/lib/http/asset";
import text from "./globals.css?raw";

/** The style sheet of the pages that are not React's; to those Next gives the same in its own way. */
export const styleSheet = asset("css", text);
