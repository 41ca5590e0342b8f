import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only Prisma's own commands on a database need it; generating the client does not.
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
