/** How every picture looks: its width, its sizes and colours, its font, and how words are fitted in. */
import { fileURLToPath } from "node:url";

import { Resvg } from "@resvg/resvg-js";

import { readFont } from "./font.ts";
import { fitted, writable } from "./label.ts";

const fontFile = new URL("../fonts/NotoSans-Regular.ttf", import.meta.url);
export const fontFamily = "Noto Sans";
export const font = readFont(fontFile);

/** A phone shows a picture about 360 points wide, so that a label is read at 12. */
export const width = 800;
const scale = 2;
export const margin = 32;
export const gap = 16;
export const titleHeight = 56;
export const titleSize = 30;
export const labelSize = 26;

/** On white: ink 16:1; WCAG asks 4.5:1 of text and 3:1 of shapes. */
export const ink = "#1a202c";
export const paper = "#ffffff";

/** The picture as PNG, 1600 pixels wide. */
export function printPicture(svg: string): Uint8Array {
  const resvg = new Resvg(svg, {
    background: paper,
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [fileURLToPath(fontFile)],
      defaultFontFamily: fontFamily,
    },
  });
  return resvg.render().asPng();
}

export const titleOf = (title: string): string =>
  fitted(font, writable(font, title), titleSize, width - 2 * margin);

/** A name where nothing can be written of it: its place in the list. */
export function labelOf(label: string, place: number, widest: number): string {
  return fitted(font, writable(font, label) || String(place + 1), labelSize, widest);
}

export const numberOf = (value: number, locale: string | undefined): string =>
  value.toLocaleString(locale ?? "en", { maximumFractionDigits: 1 });

/** A mean or a score: always with its decimal, so that a column of them lines up. */
export const scoreOf = (value: number, locale: string | undefined): string =>
  value.toLocaleString(locale ?? "en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const widestOf = (texts: readonly string[]): number =>
  Math.ceil(Math.max(...texts.map((text) => font.widthOf(text, labelSize))));

/** What ECharts writes as a title. */
export const titleStyle = (text: string) => ({
  text,
  left: margin,
  top: margin,
  padding: 0,
  textStyle: { fontFamily, fontSize: titleSize, fontWeight: "normal" as const, color: ink },
});

export const labelStyle = { fontFamily, fontSize: labelSize, color: ink };
