/** The app's package: the zip that an admin of Teams uploads. */
import { strToU8, zipSync } from "fflate";

import { colorIcon, outlineIcon } from "./icons.ts";
import { type AppWish, appManifest, translation } from "./manifest.ts";

/** The same wish makes the same bytes: every file has one made-up date, the first a zip can hold. */
export function packTeamsApp(wish: AppWish): Uint8Array {
  const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync(
    {
      "manifest.json": json(appManifest(wish)),
      "de.json": json(translation(wish.features)),
      "color.png": colorIcon(),
      "outline.png": outlineIcon(),
    },
    { mtime: "1980-01-01T00:00:00", level: 9 },
  );
}
