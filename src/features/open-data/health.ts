import "server-only";
import { canRead } from "@/data/read";
import { indexIsReady } from "@/data/search/present";
import { markUnavailable } from "@/lib/request-outcome";

/**
 * `GET /api/v1/health`: whether this server can answer readers, for the proxy that shares them out. 200 when a
 * database answers it, be it a replica alone, and the search index is loaded; 503 otherwise. Never cached.
 */
export async function healthAnswer(): Promise<Response> {
  const reads = await canRead().catch(() => false);
  const ready = indexIsReady() && reads;
  if (!ready) markUnavailable();
  const headers = { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "5" }) };
  return Response.json({ status: ready ? "ok" : reads ? "loading" : "no_database" }, { status: ready ? 200 : 503, headers });
}
