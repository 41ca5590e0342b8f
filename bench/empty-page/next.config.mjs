import { fileURLToPath } from "node:url";

// The packages are those of the checkout.
const root = fileURLToPath(new URL("../..", import.meta.url));

const config = { compress: false, poweredByHeader: false, turbopack: { root }, outputFileTracingRoot: root };

export default config;
