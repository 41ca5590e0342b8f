/** A page made at each request, that does nothing but have a size: `letters`, which stand in it and once more in React's payload. */
export default async function Page({ searchParams }) {
  const { letters } = await searchParams;
  return <main dangerouslySetInnerHTML={{ __html: "a".repeat(Number(letters)) }} />;
}
