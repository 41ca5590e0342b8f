import { beforeAll, expect, it } from "vitest";
import { mapPngAnswer, mapSvgAnswer } from "@/features/open-data/map";
import { loadCartography } from "../support/cartography";

beforeAll(loadCartography, 120_000);

const svg = async (search = "") => (await mapSvgAnswer(new Request(`http://localhost/api/v1/map.svg${search}`))).text();
const png = async (search = "") => Buffer.from(await (await mapPngAnswer(new Request(`http://localhost/api/v1/map.png${search}`))).arrayBuffer());
const notesOf = (picture: string) => [...picture.matchAll(/<text[^>]*fill="#5a5144"[^>]*>([^<]*)/g)].map(([, line]) => line).join(" ");

it("draws each region with its number, and says beside it what the shades mean", async () => {
  const drawn = await svg("?zone=kayes");
  expect(drawn).toMatch(/<title>Kayes\s: \d+ organisations[^<]*<\/title><path class="map-area tone-5"/);
  expect(drawn).toMatch(/<title>Gao[^<]*filtre[^<]*<\/title><path class="map-area tone-outside"/);
  for (const words of ["Nombre d’organisations", "aucune dans les sources", "hors du filtre"]) expect(drawn).toContain(`>${words}</text>`);
  expect(drawn).not.toContain("<a ");
});

it("takes its filters, day, sources, licence and who drew the limits along, in the language asked for", async () => {
  const notes = notesOf(await svg("?theme=women_rights"));
  for (const said of [
    /Filtres : Thème : Droit et protection des femmes/,
    /Date : \d/,
    /Sources : .*Cartographie/,
    /Licence : /,
    /geoBoundaries .*CC BY 4\.0/,
  ]) {
    expect(notes).toMatch(said);
  }
  expect(notesOf(await svg("?theme=women_rights&language=en"))).toMatch(/Filters: /);
});

it("is the same in points, 1,600 wide", async () => {
  const picture = await png();
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16)]).toEqual(["PNG", 1600]);
  expect(await png("?zone=kayes")).not.toEqual(picture);
});

it("is refused in words", async () => {
  const answer = await mapPngAnswer(new Request("http://localhost/api/v1/map.png?zone=atlantide"));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json; charset=utf-8"]);
});
