import ts from "typescript";

/** What `next.config.ts` does with a script that pages load by its address: takes the types out, and sends it as it is. */
export default function browserScript(source) {
  return ts.transpileModule(source, { compilerOptions: { target: "ES2020", module: "ESNext", removeComments: true } }).outputText;
}
