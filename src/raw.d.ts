/** A file of the build as a text: see next.config.ts. */
declare module "*?raw" {
  const text: string;
  export default text;
}
