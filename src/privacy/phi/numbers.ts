import { digitsOf } from "./find.ts";

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
  /(?<![a-z])(?:on[- ]call|ward|desk|office|department|dept|duty|team|unit|help ?desk|service desk|switchboard|reception|lab|rota|bleep|hotline|helpline)(?:'s)? (?:phone|mobile|number|tel|telephone|line|no\.?)(?: (?:is|now|has|changed|to|will|be|on)){0,4}[ :=]{1,3}$/i;

/** Numbers that name a thing or a colleague, never a patient. */
export const innocent =
  "(?<!(?:npi|lot|batch|po|ticket|inc|order|req|ref|cat|invoice)[ :#]{0,3}(?:number|no)?[ :#.]{0,2})";
