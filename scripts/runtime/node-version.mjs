// Parsed by every Node since 16, so that an old one is told what is wrong instead of failing on syntax.

/** True when this Node can run the project: 20.19+, 22.12+ or anything from 23 (Prisma 7 needs `require` of ES modules). */
export function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Ends the process with one sentence when Node is too old. */
export function requireSupportedNode() {
  if (isSupported(process.versions.node)) return;
  console.error(
    `This project needs Node 20.19 or later (or 22.12 or later); this is Node ${process.versions.node}. Install a newer Node from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
