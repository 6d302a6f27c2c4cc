/** How dates are written, as parts of patterns. */
const months = "(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]{0,6}\\.?";
const year = "(?:19|20)\\d{2}";
/** With its year. */
export const fullDate = `(?:\\d{1,2}[-./ ]\\d{1,2}[-./ ](?:${year}|\\d{2})|${year}[-./ ]?\\d{1,2}[-./ ]?\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?${months},? ${year}|${months} \\d{1,2}(?:st|nd|rd|th)?,? ${year})(?!\\d)`;
/** After a label that says it is one. */
export const anyDate = `(?:${fullDate}|\\d{8}|\\d{6}|\\d{1,2}[-./]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?${months}|${months} \\d{1,2}|${year})(?!\\d)`;

/** Without a label, but more than a year: a day with its month, or a month with its year. */
export const plainDate = `(?:${fullDate}|\\d{1,2}/\\d{1,2}(?![\\d/])|(?:0?[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?![\\d-])|\\d{1,2}\\.[01]\\d\\.(?!\\d)|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?${months}(?![a-z])|${months} \\d{1,2}(?:st|nd|rd|th)?(?:,? '\\d{2})?(?!\\d|:)|${months},? ${year}(?!\\d))`;

const ordinalWord =
  "(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth";
/** A day of a month that isn't told, or one in words. */
export const ordinalDay = `(?<![a-z0-9/])(?:the|on|this|last) (?<id>(?:[12]?\\d|3[01])(?:st|nd|rd|th)|(?:${ordinalWord}) of ${months}|(?:boxing|christmas|new year['’]?s) (?:day|eve)|good friday|easter (?:sunday|monday)|thanksgiving)(?![a-z0-9])(?=$|[.,;:!?)]| (?:and|at|with|by|but|after|before|in|for|to|because|when|as|so|from|was|who|he|she|they|we|it|his|her|my|this|last|night|morning|evening|then|until|off|i|you|x|with|on|then)(?![a-z]))`;
