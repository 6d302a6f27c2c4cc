/** Mistakes in a template, in words that go after the place where they are. */
import { assertNever } from "../../assert.ts";
import type { Line } from "../../chat/line.ts";
import type { Say } from "../../text/say.ts";
import type { Mistake } from "./mistake.ts";

export function mistakeLine(say: Say, mistake: Mistake): Line {
  const text = say.templates.mistakes;
  switch (mistake.kind) {
    case "missing":
      return text.missing();
    case "unknown-key":
      return text.unknownKey();
    case "wrong-kind":
      return wantedLine(say, mistake.wanted);
    case "not-one-of":
      return text.notOneOf({ values: mistake.values.join(", ") });
    case "unknown-question":
      return text.unknownQuestion({ known: mistake.known.join(", ") });
    case "empty":
      return text.empty();
    case "too-long":
      return mistake.of === "characters"
        ? text.tooManyCharacters({ most: mistake.most })
        : text.tooManyEntries({ most: mistake.most });
    case "too-few":
      return text.tooFew({ least: mistake.least });
    case "number-under":
      return text.under({ least: mistake.least });
    case "number-over":
      return text.over({ most: mistake.most });
    case "bad-id":
      return text.badId();
    case "bad-date":
      return text.badDate();
    case "twice":
      return text.twice();
    case "untranslated":
      return mistake.language === "en" ? text.untranslatedEn() : text.untranslatedDe();
    case "undeclared":
      return text.undeclared();
    case "unit-unasked":
      return text.unitUnasked();
    case "follows-nothing":
      return text.followsNothing();
    case "follows-later":
      return text.followsLater();
    case "follows-no-answer":
      return text.followsNoAnswer();
    case "names-in-confidence":
      return text.namesInConfidence();
    case "offers-in-confidence":
      return text.offersInConfidence();
    case "scale-bounds":
      return text.scaleBounds();
    case "licence-missing":
      return text.licenceMissing();
    case "licence-expired":
      return text.licenceExpired();
    case "guarded":
      return mistake.rule === null
        ? text.notJudged()
        : text.guarded({ what: say.guard.what[mistake.rule]() });
    default:
      return assertNever(mistake);
  }
}

function wantedLine(say: Say, wanted: Extract<Mistake, { kind: "wrong-kind" }>["wanted"]): Line {
  const text = say.templates.mistakes;
  switch (wanted) {
    case "text":
      return text.wantsText();
    case "keys":
      return text.wantsKeys();
    case "list":
      return text.wantsList();
    case "number":
      return text.wantsNumber();
    case "yes-no":
      return text.wantsYesNo();
    default:
      return assertNever(wanted);
  }
}
