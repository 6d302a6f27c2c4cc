/** The end of every switch over a union: a new kind stops the build here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected kind: ${(value as { kind?: string }).kind ?? typeof value}`);
}
