import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { browserOptions } from "@/auth/options";
import { isSecure } from "@/auth/request";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes (csrf, callback/credentials, session, signout) for standard clients. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, browserOptions(isSecure(request.headers))) as unknown as Promise<Response>;
}

export { handler as GET, handler as POST };
