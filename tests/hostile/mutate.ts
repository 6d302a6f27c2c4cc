/**
 * A payload as nobody should send it: a real one with a few of its parts changed, dropped or renamed, also inside the JSON that some
 * of its texts hold.
 */
import fc from "fast-check";

/** Planted everywhere: whatever shows up in a log is found by it. */
export const planted = "xoxb-000000000000-planted";

type Json = Leaf | Json[] | { [key: string]: Json };
type Leaf = null | boolean | number | string;

const deep = (depth: number): Json => {
  let inside: Json = "bottom";
  for (let level = 0; level < depth; level += 1)
    inside = level % 2 === 0 ? [inside] : { a: inside };
  return inside;
};

/** What has broken readers elsewhere: markup, marks of Slack and of pages, names every object has, text no database takes. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "<!channel>",
    "<!here|here>",
    "<@U0ANYBODY>",
    "<#C0ANY|<!everyone>>",
    "&lt;!channel&gt;",
    "&amp;lt;!channel&amp;gt;",
    "<!subteam^S0|all>",
    "<https://evil.example|<!channel>>",
    "javascript:alert(1)",
    "<at>Everybody</at>",
    "{{DATE(2026-01-01T00:00:00Z, SHORT)}}",
    "[a](https://evil.example)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; drop table person; --",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "../../etc/passwd",
    "\u0000",
    "a\u0000b",
    "\uD800",
    "\uDC00\uD800",
    "\u202Eevil",
    "\u200B\u200B",
    "*bold*\n>quote\n```code```",
    "NaN",
    "1e999",
    "-1",
    "9".repeat(400),
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤",
    "👩🏽‍⚕️".repeat(60),
    "<".repeat(3_000),
    "&".repeat(4_100),
    "{}",
    "[]",
    '{"state":null,"place":{"kind":"channel","channel":"<!channel>"}}',
    planted,
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .constantFrom("<", ">", "&", "|", "@", "!")
    .chain((mark) => fc.string({ maxLength: 12 }).map((text) => `${mark}${text}${mark}`)),
);

const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      1e308,
      Number.MAX_SAFE_INTEGER,
      [],
      {},
      [null],
      [[]],
      { value: planted },
      JSON.parse('{"__proto__":{"polluted":true}}') as Json,
      JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as Json,
      deep(200),
      deep(5_000),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json> },
);

type Change =
  /** A text gets U+0000 at its end. */
  | { readonly kind: "nul" }
  | { readonly kind: "value"; readonly value: Json }
  | { readonly kind: "gone" }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "twice" };

const change: fc.Arbitrary<{ readonly at: number; readonly change: Change }> = fc.record({
  at: fc.nat(1_000_000),
  change: fc.oneof(
    { weight: 8, arbitrary: hostileValue.map((value): Change => ({ kind: "value", value })) },
    { weight: 1, arbitrary: fc.constant<Change>({ kind: "gone" }) },
    {
      weight: 2,
      arbitrary: fc
        .oneof(fc.constant(planted), hostileText)
        .map((name): Change => ({ kind: "named", name })),
    },
    { weight: 1, arbitrary: fc.constant<Change>({ kind: "twice" }) },
  ),
});

/** One of the samples, changed in up to five places. */
export function mutated(samples: readonly object[]): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      sample: fc.constantFrom(...samples),
      changes: fc.array(change, { minLength: 0, maxLength: 5 }),
    })
    .map(({ sample, changes }) => {
      let payload = sample as Json;
      for (const { at, change } of changes) payload = apply(payload, at % count(payload), change);
      return payload as Record<string, unknown>;
    });
}

/** The sample once for each text in it, which then ends in U+0000. */
export function withNul(sample: object): Record<string, unknown>[] {
  const whole = JSON.stringify(sample);
  return Array.from({ length: count(sample as Json) - 1 }, (_, at) =>
    apply(sample as Json, at + 1, { kind: "nul" }),
  ).filter((one) => JSON.stringify(one) !== whole) as Record<string, unknown>[];
}

/** Every part counts: containers, leaves, and what is inside of a text that is JSON. What lies deeper is one part. */
function count(node: Json, depth = 0): number {
  const parts = depth > deepest ? undefined : partsOf(node);
  if (parts === undefined) return 1;
  return 1 + sum(Object.values(parts).map((part) => count(part, depth + 1)));
}

const deepest = 12;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function partsOf(node: Json): Json[] | { [key: string]: Json } | undefined {
  if (typeof node === "object" && node !== null) return node;
  if (typeof node !== "string" || !/^[[{]/.test(node)) return undefined;
  try {
    return partsOf(JSON.parse(node) as Json);
  } catch {
    return undefined;
  }
}

/** `at`: how many parts further; the whole of a payload stays an object. */
function apply(node: Json, at: number, change: Change, depth = 0): Json {
  const parts = depth > deepest ? undefined : partsOf(node);
  if (parts === undefined) return change.kind === "value" ? change.value : node;
  let left = at - 1;
  const entries = Object.entries(parts).flatMap(([key, part]): [string, Json][] => {
    const size = count(part, depth + 1);
    const here = left;
    left -= size;
    if (here < 0 || here >= size) return [[key, part]];
    if (here > 0) return [[key, apply(part, here, change, depth + 1)]];
    return changedPart(key, part, change);
  });
  const changed: Json = Array.isArray(parts) ? entries.map(([, part]) => part) : own(entries);
  return typeof node === "string" ? JSON.stringify(changed) : changed;
}

function changedPart(key: string, part: Json, change: Change): [string, Json][] {
  switch (change.kind) {
    case "nul":
      return [[key, typeof part === "string" ? `${part}\u0000` : part]];
    case "value":
      return [[key, change.value]];
    case "gone":
      return [];
    case "named":
      return [[change.name, part]];
    case "twice":
      return [key, `${key} again`].map((name) => [name, part]);
  }
}

/** As JSON.parse makes it: `__proto__` is a name like any other. */
function own(entries: readonly [string, Json][]): { [key: string]: Json } {
  const made: { [key: string]: Json } = {};
  for (const [key, value] of entries) {
    Object.defineProperty(made, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}
