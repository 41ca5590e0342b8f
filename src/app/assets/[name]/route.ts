import { suggestScript } from "@/components/search-box/script";
import { mapAssets } from "@/features/map/interactive/switch";
import { analysisSheet, styleSheet } from "../../style-sheet";

const ASSETS = new Map([suggestScript, styleSheet, analysisSheet, ...Object.values(mapAssets)].map((asset) => [asset.address, asset]));

type Context = { params: Promise<{ name: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const asset = ASSETS.get(`/assets/${(await params).name}`);
  if (!asset) return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  return new Response(asset.text, { headers: { "content-type": asset.type, "cache-control": "public, max-age=31536000, immutable" } });
}
