"use client";

import { usePathname } from "next/navigation";
import { Failure } from "@/components/failure";
import { splitPath } from "@/i18n/locales";
import "./globals.css";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Even the frame failed: a page of its own, with nothing but what to do next. */
export default function GlobalError({ error, reset }: Props) {
  const path = usePathname();
  return (
    <html lang={splitPath(path ?? "/").locale}>
      <body>
        <div className="bogolan" aria-hidden="true" />
        <main>
          <Failure path={path} reference={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  );
}
