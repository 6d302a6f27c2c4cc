/** A list of words as it is read best: words with spaces between them. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s/).filter(Boolean));

/** Small letters, no accents: "Zoë" is "zoe". */
export const folded = (word: string): string =>
  /^[ -~]*$/.test(word)
    ? word.toLowerCase()
    : word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
