/**
 * Further given names: those that at least 150 children born in the United States since 1880 were given (Social Security Administration,
 * in the public domain), without the words of an English dictionary, towns, makers, and the names that given.ts has.
 */
import names from "./births.json" with { type: "json" };
import { wordSet } from "./wordSet.ts";

export const births = wordSet(names);
