import { build } from "esbuild";

/** React's parts of the interactive map are small: in the browser, a library of a tenth of its weight does the same. */
const LIGHT = { react: "preact/compat", "react-dom/client": "preact/compat/client", "react/jsx-runtime": "preact/jsx-runtime" };

/** What `next.config.ts` does with a script that pages load by its address: one module with all that it imports, without its types. */
export default async function browserScript() {
  const { outputFiles, metafile } = await build({
    entryPoints: [this.resourcePath],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "esm",
    target: "es2020",
    jsx: "automatic",
    alias: LIGHT,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  // A later build keeps what nothing changed: the files that this one imports count too.
  for (const file of Object.keys(metafile.inputs)) this.addDependency(file);
  return outputFiles[0].text;
}
