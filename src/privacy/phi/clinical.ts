/** What around a name, a date or a bed says that a patient is spoken of. */
import type { Token } from "./tokens.ts";
import { aboutWords, clinicalWords } from "./words/clinical.ts";

/** A sentence of somebody's case: an age, a diagnosis, a history. In one like it any name is a patient's until it is a colleague's. */
const ofCases = [
  "\\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?|days?)[- ]old|\\d{1,3} ?(?:yo|y\\/o|yof|yom)(?![a-z])",
  "(?:pts?|patients?|male|female|man|woman|lady|gentleman)(?: aged?)? \\d{1,3}(?!\\d|:)|aged? \\d{2}(?!\\d|:)",
  "(?:a|an|the|this|our|for|in) (?:[\\w-]{1,16} ){0,2}(?:patient|pt),? (?:with|w\\/|like|who has|who had|named|specifically|,)",
  "(?:pts?|yo|m|f|male|female) w\\/|(?:w\\/ ?)?[hd]x of|h\\/o |dx'?d|tx'?d|(?:tx|mx|rx) (?:options|plan|for)|s\\/p|status post",
  "(?:re)?diagnosed (?:with|as|in|on|back|last|at|by)|prognosis|hospitali[sz]ed|underwent|under treatment",
  "(?:was|were|been|is|got|being|when|after|patient) (?:re)?admitted|admitted (?:to|on|with|for|from|in|at|after|overnight)",
  "(?:a |long |medical |surgical |family |whose |no |clinical )history of|treated (?:for|with|at)|seen (?:at|in) (?:the )?(?:clinic|ed|er)",
  "present(?:s|ed|ing) (?:with|to)|post[- ]?op(?:erative)? (?:day|care)",
];
const case_ = new RegExp(`(?<![a-z0-9])(?:${ofCases.join("|")})`, "i");

export const isCase = (text: string): boolean => case_.test(text);

/** Somebody is being treated, although nothing is told of them: only a whole name is asked about beside it. */
const someone =
  /(?<![a-z])(?:a|the|this|that|our|my|his|her|their|one) (?:\w{1,12} )?(?:patient|pt|baby|newborn)(?![a-z])/i;

/** The clinical words of the text; one after which a lecture or a poster comes is none. */
export function clinicalTokens(tokens: readonly Token[]): readonly Token[] {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const clinical = tokens.filter(
    (token, at) => clinicalWords.has(token.word) && !aboutWords.has(tokens[at + 1]?.word ?? ""),
  );
  known.set(tokens, clinical);
  return clinical;
}

const known = new WeakMap<readonly Token[], readonly Token[]>();

export const speaksOfPatient = (text: string): boolean => someone.test(text);
