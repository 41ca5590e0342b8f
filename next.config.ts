import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Tests and a second checkout build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Argon2 is a native addon and the generated Prisma client loads a WebAssembly file: both stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "pg", "pino"],
};

export default config;
