/** An id made of a name: "Übergabe, früh" → "ubergabe-fruh"; empty where nothing of it can stand in one. */
import { longest } from "./file.ts";

export const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, longest.id)
    .replaceAll(/^-|-$/g, "");
