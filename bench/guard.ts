/** The guard on a thanks of 500 characters, and on 100 kB made to take long: of each kind the worst. */
import { type Directory, emptyDirectory, knowing } from "../src/privacy/phi/directory.ts";
import { guard } from "../src/privacy/phi/guard.ts";
import { typed } from "../src/privacy/typed.ts";
import { median, type Part, quantile } from "./figure.ts";

const long = 100_000;
const filled = (piece: string): string =>
  piece.repeat(Math.ceil(long / piece.length)).slice(0, long);

/** What patterns and lists of words are slow at: almost labels, almost numbers, names without an end, signs that unfold. */
const hostile: Readonly<Record<string, string>> = {
  letters: filled("a"),
  digits: filled("1"),
  "digits apart": filled("1 "),
  "digits and hyphens": filled("12-"),
  labels: filled("MRN "),
  "labels and marks": filled("MRN: # - "),
  "at signs": filled("a@"),
  "dots and digits": filled("1.1."),
  names: filled("Ana Doe "),
  possessives: filled("Ana's "),
  thanks: filled("thank you and "),
  "clinical words": filled("Ruth's potassium in bed 12 "),
  dates: filled("1/2/20 "),
  "one long name": `A${filled("b-")}`,
  initials: filled("A. "),
  "signs that unfold": filled("ﷺ①"),
  "look-alikes": filled("lO0-"),
};

const thanks =
  "Huge thanks to the whole night team for staying with us when the analyser went down at 02:30: Tobias Lindgren walked every crossmatch down by hand, Oyelaran in transfusion phoned each potassium before the ward had to ask, and nobody once raised their voice. Dr. Alice Smith came in from home although she was not on call, and the porters brought coffee. We ran 212 samples in four hours, lost none, mislabelled none, and the ward had its results before the round at 08:00. I have been here for 17 years and have never seen a better night.";

/** As many people as a hospital has, each by three words. */
const hospital: Directory = {
  ...emptyDirectory,
  knows: knowing(
    Array.from({ length: 1_200 }, (_, n) => ` name${n} middle${n % 40} family${n % 300}`),
  ),
  isStaffed: true,
};

export const guardPart: Part = {
  name: "guard",
  async run({ tell }) {
    // Its own processor time: whoever else is busy on the machine is no fault of it.
    const spent = () => process.cpuUsage().user / 1_000;
    const judge = (text: string, times = 1) => {
      const words = typed(text);
      const start = spent();
      for (let n = 0; n < times; n += 1) guard(words, hospital);
      return (spent() - start) / times;
    };
    const short = thanks.slice(0, 500);
    for (let n = 0; n < 2_000; n += 1) judge(short);
    const times = Array.from({ length: 100 }, () => judge(short, 20));
    const worst = Object.entries(hostile)
      .map(([what, text]) => [what, median(Array.from({ length: 5 }, () => judge(text)))] as const)
      .toSorted(([, one], [, other]) => other - one);
    for (const [what, took] of worst.slice(0, 5)) tell(`${what}: ${took.toFixed(1)} ms`);
    const [slowest] = worst;
    return [
      figure("500 characters, p99 of means of 20", quantile(times, 0.99), short, 1),
      figure(
        `100 kB of ${slowest?.[0]}, the worst`,
        slowest?.[1] ?? 0,
        hostile[slowest?.[0] ?? ""],
        50,
      ),
    ];
  },
};

function figure(what: string, value: number, text = "", goal = 1) {
  const floor = median(Array.from({ length: 200 }, () => includes(text)));
  return {
    part: "guard",
    what,
    value,
    unit: "ms",
    floor: { what: "ms String.includes", value: floor },
    goal: { what: `≤ ${goal} ms`, met: value <= goal },
  };
}

function includes(text: string): number {
  const start = performance.now();
  if (text.includes("nothing like it")) throw new Error("It is in there");
  return performance.now() - start;
}
