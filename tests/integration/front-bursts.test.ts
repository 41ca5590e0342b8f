import { expect, it } from "vitest";
import { frontOfDatabase } from "../support/front-of-database";
import { text } from "../support/front-reader";

const { state, change, edit, at, spend } = frontOfDatabase();
const says = async (path: string) => /<title>(\w+)/.exec(text(await at(path)))?.[1];

it("a few changes in a row are each seen at once", async () => {
  for (const word of ["one", "two", "three", "four"]) {
    state.says = word;
    await change();
    expect(await says("/carte")).toBe(word);
  }
});

it("many changes in a second are shown together, and whoever made one is told so once it is seen", async () => {
  await says("/carte");
  await spend();
  state.says = "second";
  await change();
  expect(await says("/carte")).toBe("first");
  state.says = "third";
  await change();
  expect(await says("/carte")).toBe("first");
  await at("/admin", { method: "POST", body: "typed" });
  expect(await says("/carte")).toBe("third");
});

it("a clock that is set back holds a change for no more than that second", async () => {
  await edit();
  await says("/carte");
  await spend("1 hour");
  state.says = "second";
  await change();
  await expect.poll(() => says("/carte"), { timeout: 5000 }).toBe("second");
});
