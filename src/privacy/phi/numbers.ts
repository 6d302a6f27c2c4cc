import { digitsOf, type Span } from "./find.ts";

/** Areas 000 and 666, group 00 and serial 0000 were never issued (SSA); 9xx are taxpayer numbers. */
export function isSocialSecurityNumber(text: string): boolean {
  const digits = digitsOf(text);
  const area = digits.slice(0, 3);
  return (
    digits.length === 9 &&
    area !== "000" &&
    area !== "666" &&
    digits.slice(3, 5) !== "00" &&
    digits.slice(5) !== "0000"
  );
}

/** NHS Data Dictionary: weights 10 to 2 over nine digits; 11 less the remainder is the tenth, 11 counts as 0. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 10 || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (sum, digit, at) => sum + Number(digit) * (10 - at),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

export function isInternetAddress(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => Number(part) <= 255);
}

/** "New on-call phone is": a line of ours. */
export const ourLine =
  /(?<![a-z])(?:on[- ]call|ward|desk|office|department|dept|duty|team|unit|help ?desk|service desk|switchboard|reception|lab|rota|bank|agency|bleep|hotline|helpline)(?:'s)? (?:phone|mobile|number|tel|telephone|line|no\.?)(?: (?:is|now|has|changed|to|will|be|on)){0,4}[ :=(]{1,3}$/i;

/** Free to call, or at one price from everywhere (FCC's toll-free codes, Ofcom's 080, 03 and 084): a company has it. */
const freeNumber =
  /^(?:1|44|0044)?0?(?:800|808|833|844|855|866|877|888|30[03]|33[03]|34[35]|845|87[01])\d{6,7}$/;
const company =
  /(?<![a-z])(?:vendor|supplier|support|help ?desk|service desk|hotline|helpline|company|rep|reps|sales|customer|technical|tech|manufacturer|distributor|courier|couriers|bank|union|taxi|taxis)(?![a-z])[^.!?\n]{0,40}$/i;

/** "IT helpdesk (0800 …", "vendor contact: 1-800-…". */
export const isCompanys = (text: string, { start, end }: Span): boolean =>
  freeNumber.test(digitsOf(text.slice(start, end))) &&
  company.test(text.slice(Math.max(0, start - 60), start));

/** Numbers that name a thing or a colleague, never a patient. */
export const innocent =
  "(?<!(?:npi|lot|batch|po|ticket|inc|order|req|ref|cat|invoice)[ :#]{0,3}(?:number|no)?[ :#.]{0,2})";
