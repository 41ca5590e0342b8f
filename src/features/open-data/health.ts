import "server-only";
import { canRead } from "@/data/read";
import { markUnavailable } from "@/lib/request-outcome";

/**
 * `GET /api/v1/health`: whether this server can answer readers, for the proxy that shares them out. 200 when a
 * database answers it, be it a replica alone; 503 else. Nobody keeps this answer.
 */
export async function healthAnswer(): Promise<Response> {
  const ready = await canRead().catch(() => false);
  if (!ready) markUnavailable();
  const headers = { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "5" }) };
  return Response.json({ status: ready ? "ok" : "no_database" }, { status: ready ? 200 : 503, headers });
}
