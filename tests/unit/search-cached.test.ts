import { expect, it } from "vitest";
import { cached } from "@/search/cached";

it("a value that is asked for again and again stays cached, whatever else is asked for", () => {
  const cache = new Map<string, string>();
  const computed: string[] = [];
  const ask = (key: string) => cached(cache, key, () => (computed.push(key), key));
  for (let number = 0; number < 100; number++) {
    ask("default");
    ask(`other ${number}`);
  }
  expect(computed.filter((key) => key === "default")).toHaveLength(1);
  expect(cache.size).toBeLessThanOrEqual(16);
  ask("other 0");
  expect(computed.filter((key) => key === "other 0")).toHaveLength(2);
});
