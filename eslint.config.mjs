import { readFileSync, readdirSync } from "node:fs";
import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** Where React is: its rules look through each function for components, and find none elsewhere. */
const PAGES = ["src/{app,components,features}/**/*.{ts,tsx}"];
/** Files with a hook, whose components a browser renders again. */
const WITH_HOOKS = readdirSync(new URL("src", import.meta.url), { recursive: true })
  .map((name) => `src/${name.replaceAll("\\", "/")}`)
  .filter((file) => /\.tsx?$/.test(file) && /\buse[A-Z]\w*\(/.test(readFileSync(new URL(file, import.meta.url), "utf8")));
/** Rules that hold components to what rendering again asks for. They compile each one first, which takes a quarter of all the linter's time. */
const OF_COMPILER = Object.keys(next.find(({ rules }) => rules?.["react-hooks/purity"]).rules).filter((rule) => /^react-hooks\/(?!rules-of-hooks)/.test(rule));

const config = [
  { ignores: ["**/.next*/**", ".data/**", "node_modules/**", "src/data/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"] },
  ...next.map((part) => (part.rules ? { ...part, files: PAGES } : part)),
  { files: PAGES, ignores: WITH_HOOKS, rules: Object.fromEntries(OF_COMPILER.map((rule) => [rule, "off"])) },
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
