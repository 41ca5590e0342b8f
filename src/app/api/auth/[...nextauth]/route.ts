import NextAuth from "next-auth";
import { NextResponse, type NextRequest } from "next/server";
import { browserOptions } from "@/auth/options";
import { isSecure } from "@/auth/request";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ nextauth: string[] }> };

/** A path of this site, or a whole address, whose site next-auth itself compares with ours. */
const isAddress = (url: string): boolean => url.startsWith("/") || (URL.canParse(url) && /^https?:/.test(new URL(url).protocol));

function namesNoAddress({ nextUrl, cookies }: NextRequest): boolean {
  const named = [
    nextUrl.searchParams.get("callbackUrl"),
    ...cookies.getAll().flatMap(({ name, value }) => (name.endsWith("next-auth.callback-url") ? value : [])),
  ];
  return named.some((url) => url !== null && !isAddress(url));
}

/** next-auth's own routes (csrf, callback/credentials, session, signout) for standard clients. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  if (namesNoAddress(request)) return NextResponse.json({ error: "callbackUrl" }, { status: 400 });
  return NextAuth(request as never, context as never, browserOptions(isSecure(request.headers))) as unknown as Promise<Response>;
}

export { handler as GET, handler as POST };
