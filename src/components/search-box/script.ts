import { asset } from "@/lib/http/asset";
import text from "./suggest.browser.ts?raw";

/** The script of the search field. */
export const suggestScript = asset("js", text);
