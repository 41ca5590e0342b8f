import { publishChange } from "@/data/change/project";
import { database } from "@/data/client";

/** Runs a check while an organisation is not public, then puts it back. */
export async function whileHidden(slug: string, check: () => Promise<void>): Promise<void> {
  const set = async (visibility: "consortium" | "public") => {
    const { id } = await database().organisation.update({ where: { slug }, data: { visibility } });
    await publishChange(database(), [id], [id]);
  };
  await set("consortium");
  try {
    await check();
  } finally {
    await set("public");
  }
}
