"use client";

import { usePathname } from "next/navigation";
import { Failure } from "@/components/failure";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The page failed but its frame stands. The error's own message stays on the server. */
export default function PageError({ error, reset }: Props) {
  return <Failure path={usePathname()} reference={error.digest} retry={reset} />;
}
