/** What proves a source: a scan, a photo. */
export const FILE_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const FILE_VISIBILITIES = ["consortium", "public"] as const;
export type FileVisibility = (typeof FILE_VISIBILITIES)[number];

/** 10 MB, as the database holds it too. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_FILES = 20;

const SIGNATURES: Record<FileType, readonly number[]> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};
const ENDINGS: Record<FileType, string> = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" };

/** What a file is by its first bytes, whatever its name and its sender say; null when it is none of those that are kept. */
export const fileTypeOf = (bytes: Uint8Array): FileType | null =>
  FILE_TYPES.find((type) => SIGNATURES[type].every((byte, index) => bytes[index] === byte)) ?? null;

/** A name to keep a file by: what it was called without folders and control characters, with the ending of what it is. */
export function fileName(given: string, type: FileType): string {
  const own = given.normalize("NFC").split(/[\\/]/).at(-1)!;
  const stem = own
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .trim()
    .slice(0, 80);
  return `${stem || "document"}.${ENDINGS[type]}`;
}
