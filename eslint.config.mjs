import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** Where React is: its rules look through each function for components, and find none elsewhere. */
const PAGES = ["src/{app,components,features}/**/*.{ts,tsx}"];

const config = [
  { ignores: ["**/.next*/**", ".data/**", "node_modules/**", "src/data/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"] },
  ...next.map((part) => (part.rules ? { ...part, files: PAGES } : part)),
  ...typescript,
  // No rule reads what a comment says of types.
  { languageOptions: { parserOptions: { jsDocParsingMode: "none" } } },
  {
    rules: {
      // Public pages use plain links on purpose: see docs/decisions.
      "@next/next/no-html-link-for-pages": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      "@typescript-eslint/no-unused-vars": "error",
    },
  },
  { files: ["scripts/**", "prisma/seed.ts", "tests/**", "bench/**"], rules: { "no-console": "off" } },
];

export default config;
