/** The app's two icons, from one drawing: in colour, and as an outline that Teams lays on its own ground. */
import { Resvg } from "@resvg/resvg-js";

/** The R that the sandbox has, too. */
const letter = (width: number): string =>
  `<g fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">
    <path d="M10 23V9h7a4.4 4.4 0 0 1 1.3 8.6L22 23"/><path d="M10 17.6h7"/>
  </g>`;

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inside}</svg>`;

function draw(inside: string, size: number): Uint8Array {
  const picture = new Resvg(svg(inside), {
    fitTo: { mode: "width", value: size },
    font: { loadSystemFonts: false },
  });
  return picture.render().asPng();
}

/** 192 × 192 pixels, without a transparent corner: Teams rounds it itself. */
export const colorIcon = (): Uint8Array =>
  draw(`<rect width="32" height="32" fill="#1f6a70"/>${letter(3)}`, 192);

/** 32 × 32 pixels: white, and nothing else, on nothing. */
export const outlineIcon = (): Uint8Array => draw(letter(2.4), 32);
