/** What is written of a territory. */
export type Label = { code: string; mark: string; name: string };
/** Where that may stand: on one of the places of a shape, or, for a disc, on one of its sides. */
export type LabelGround = { places: readonly (readonly number[])[] } | { disc: { x: number; y: number; radius: number } };
export type PlacedLabel = { x: number; y: number; side: Side | null };
export type Side = "below" | "left" | "right" | "above";
export type Disc = { x: number; y: number; radius: number };

const SIDES: readonly Side[] = ["below", "left", "right", "above"];

/** Sizes of the letters in pixels of the picture, as map.css sets them: on a phone the picture is half its size. */
export const LETTERS = { phone: { number: 26, name: 21 }, wide: { number: 19, name: 13 } } as const;
export type Screen = keyof typeof LETTERS;
const SCREENS = Object.keys(LETTERS) as Screen[];
/** Of the height of a letter: how wide one is, on average. */
const WIDTH = 0.66;

/** The side of the square that stands for a disc: what is left out of it at the corners it holds at the sides. */
const ROUND = 0.8;

export type Box = { left: number; top: number; right: number; bottom: number };

const centred = (x: number, baseline: number, text: string, size: number): Box => {
  const half = (text.length * size * WIDTH) / 2;
  return { left: x - half, top: baseline - 0.8 * size, right: x + half, bottom: baseline + 0.2 * size };
};

function boxesOn(screen: Screen, { mark, name }: Label, { x, y, side }: PlacedLabel, radius: number): Box[] {
  const { number, name: size } = LETTERS[screen];
  if (side === null) {
    const names = name === "" ? [] : [centred(x, y + (mark ? 1.05 : 0.35) * size, name, size)];
    return mark === "" ? names : [centred(x, y, mark, number), ...names];
  }
  const core = radius * ROUND;
  const disc = { left: x - core, top: y - core, right: x + core, bottom: y + core };
  if (name === "") return [disc];
  const text = centred(0, 0, name, size);
  const half = text.right;
  const beside = {
    below: [x, y + radius + size],
    above: [x, y - radius - 4],
    left: [x - radius - 4 - half, y + 0.35 * size],
    right: [x + radius + 4 + half, y + 0.35 * size],
  };
  const [nameX = 0, nameY = 0] = beside[side];
  return [disc, centred(nameX, nameY, name, size)];
}

/** What a label takes at one place, by screen. */
export function boxesOf(label: Label, at: PlacedLabel, ground: LabelGround): Record<Screen, Box[]> {
  const radius = "disc" in ground ? ground.disc.radius : 0;
  return { phone: boxesOn("phone", label, at, radius), wide: boxesOn("wide", label, at, radius) };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const covers = ({ x, y, radius }: Disc, { left, top, right, bottom }: Box) =>
  Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) < radius;

/** What covering something costs, by what is covered; a place further down the list costs a little. */
const COST = { label: 20, point: { phone: 1, wide: 8 }, later: 0.03 };
/** Each label is placed again, when the others have their places. */
const ROUNDS = 4;

/** A place that a label may take, with its boxes and what it costs whatever the others do. */
type Choice = { at: PlacedLabel; boxes: Record<Screen, Box[]>; cost: number };

/** Sets each label where it covers no other one, and as few points as can be. */
export function placeLabels(labels: readonly { label: Label; ground: LabelGround }[], points: readonly Disc[]): Map<string, PlacedLabel> {
  const choices = labels.map(({ label, ground }): Choice[] => {
    const places: PlacedLabel[] =
      "disc" in ground ? SIDES.map((side) => ({ ...ground.disc, side })) : ground.places.map(([x = 0, y = 0]) => ({ x, y, side: null }));
    return places.map((at, index) => {
      const boxes = boxesOf(label, at, ground);
      const covered = (screen: Screen) => points.filter((point) => boxes[screen].some((box) => covers(point, box))).length;
      return { at, boxes, cost: SCREENS.reduce((cost, screen) => cost + COST.point[screen] * covered(screen), COST.later * index) };
    });
  });
  // Which label comes first decides which way the others give: the better of two orders.
  const forth = choices.map((_, index) => index);
  const attempts = [forth, [...forth].reverse()].map((order) => settle(choices, order));
  const { chosen } = attempts.reduce((best, other) => (other.cost < best.cost ? other : best));
  return new Map(labels.map(({ label }, index) => [label.code, chosen[index]!.at]));
}

const clash = (a: Choice, b: Choice) =>
  SCREENS.reduce((sum, screen) => sum + a.boxes[screen].filter((box) => b.boxes[screen].some((other) => meet(box, other))).length, 0);

function settle(choices: readonly Choice[][], order: readonly number[]): { chosen: Choice[]; cost: number } {
  const chosen: (Choice | undefined)[] = choices.map(() => undefined);
  const costOf = (choice: Choice, index: number) =>
    chosen.reduce((cost, other, place) => (other && place !== index ? cost + COST.label * clash(choice, other) : cost), choice.cost);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const index of order) {
      let least = Infinity;
      for (const choice of choices[index]!) {
        // Most cost too much before the others are looked at.
        const cost = choice.cost < least ? costOf(choice, index) : Infinity;
        if (cost < least) [chosen[index], least] = [choice, cost];
      }
    }
  }
  const settled = chosen as Choice[];
  return { chosen: settled, cost: settled.reduce((sum, choice, index) => sum + costOf(choice, index), 0) };
}

/**
 * The points that cover no label and no point before them, and on which screens: on a phone letters are larger.
 * @param boxes of all labels, by screen
 */
export function visiblePoints<Point extends Disc>(points: readonly Point[], boxes: Record<Screen, readonly Box[]>): { point: Point; onPhone: boolean }[] {
  const kept: Point[] = [];
  return points.flatMap((point) => {
    const free = (screen: Screen) => !boxes[screen].some((box) => covers(point, box));
    const apart = kept.every((other) => Math.hypot(other.x - point.x, other.y - point.y) >= other.radius + point.radius);
    if (!apart || !free("wide")) return [];
    kept.push(point);
    return [{ point, onPhone: free("phone") }];
  });
}
