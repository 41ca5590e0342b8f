import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // The server before Next compresses each response once (server/encoded-response.ts).
  compress: false,
  // Nothing here is an image that Next would have to resize: its address answers 404.
  images: { unoptimized: true },
  // Tests and a second checkout build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // npm test checks the types, of the tests too; whoever only starts the site does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Forms are bounded by the server before Next (server/request-body.ts), which alone takes files, from staff (server/upload.ts).
  experimental: { serverActions: { bodySizeLimit: "21mb" } },
  // Argon2 and resvg are native addons and the generated Prisma client loads a WebAssembly file: they stay outside the bundle, as does what reads workbooks in threads.
  serverExternalPackages: ["@node-rs/argon2", "@resvg/resvg-js", "@prisma/client", "@prisma/adapter-pg", "pg", "pino", "read-excel-file", "write-excel-file"],
  // Pages that are not React's name style and script as files of our own (src/lib/http/asset.ts), from `import text from "./x.browser.ts?raw"`.
  turbopack: {
    rules: {
      "*.browser.{ts,tsx}": { condition: { query: "?raw" }, loaders: ["./src/script-loader.mjs"], as: "*.js" },
      "*.browser.{ts,tsx}.js": { type: "text" },
      "globals.css": { condition: { query: "?raw" }, loaders: ["./src/style-loader.mjs"], as: "*.css" },
      "globals.css.css": { type: "text" },
      "interactive.css": { condition: { query: "?raw" }, loaders: ["./src/style-loader.mjs"], as: "*.css" },
      "interactive.css.css": { type: "text" },
      "analysis.css": { condition: { query: "?raw" }, loaders: ["./src/style-loader.mjs"], as: "*.css" },
      "analysis.css.css": { type: "text" },
      "common-passwords.txt": { condition: { query: "?raw" }, type: "text" },
    },
  },
};

export default config;
