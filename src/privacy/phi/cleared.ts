declare const mark: unique symbol;

/**
 * Text that the guard has passed. It reads as a string everywhere, and only the guard makes one:
 * a column or a span of this type can't hold words that were not judged.
 */
export type Cleared = string & { readonly [mark]: "cleared" };
