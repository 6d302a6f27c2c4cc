/** What a question offers, in words: the same on a button, in a form and in a person's own record. */
import { assertNever } from "../../assert.ts";
import { type Line, words } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";
import type { Question } from "../template.ts";
import { moodLine, moods, scaleEnds, yesNo, yesNoLine } from "../templates/answers.ts";
import { cantSay } from "./questions.ts";

export function labelOf(say: Say, question: Question, value: string): Line {
  switch (question.kind) {
    case "scale": {
      if (value === cantSay) return say.templates.cantSay();
      const ends = scaleEnds(say, question);
      const step = Number(value);
      if (step === question.from) return say.checkins.step({ step: value, means: ends.low });
      if (step === question.to) return say.checkins.step({ step: value, means: ends.high });
      return words(value);
    }
    case "mood": {
      const mood = moods.find((one) => String(one.value) === value);
      if (mood === undefined) return words(value);
      return say.checkins.face({ face: mood.emoji, mood: moodLine(say, mood.value) });
    }
    case "yesNo": {
      const one = yesNo.find((answer) => answer === value);
      return one === undefined ? words(value) : yesNoLine(say, one);
    }
    case "choice":
      return question.options.find((one) => one.value === value)?.label(say) ?? words(value);
    case "text":
    case "people":
      return words(value);
    default:
      return assertNever(question);
  }
}
