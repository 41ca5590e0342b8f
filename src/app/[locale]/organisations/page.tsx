import { headers } from "next/headers";
export default async function Page() {
  const received = await headers();
  return <pre>{JSON.stringify(Object.fromEntries(received), null, 1)}</pre>;
}
