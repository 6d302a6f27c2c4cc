import { describe, expect } from "vitest";

import { it } from "../support/office.ts";

describe("/rapport", () => {
  it("shows everyone their own settings, and setup to admins alone", async ({ office }) => {
    const { ana, lee } = office;

    expect(await ana.types("/rapport")).toContain("[Keep my thanks private]");
    expect(await ana.types("/rapport")).not.toContain("[Setup]");
    expect(await lee.types("/rapport")).toContain("[Setup]");
  });

  it("says who sees what, and leads back", async ({ office }) => {
    const { ana } = office;
    await ana.types("/rapport");

    expect(await ana.presses("Who sees what")).toContain("Private thanks: only whoever sent them");
    expect(ana.last.kind).toBe("replace");
    expect(await ana.presses("Your settings")).toContain("[Who sees what]");
  });

  it("helps with every command's own line, and with what it can't make anything of", async ({
    office,
  }) => {
    const { ana } = office;

    const help = await ana.types("/rapport help");

    expect(help).toContain("Settings and privacy: /rapport.");
    expect(help).toContain("No patient details, please.");
    expect(await ana.types("/rapport make me a sandwich")).toBe(help);
    await ana.types("/rapport");
    expect(await ana.presses("Help")).toBe(help);
  });

  it("speaks German to whoever reads German", async ({ office }) => {
    const ute = await office.person("U_UTE", { name: "Ute Kern", locale: "de-DE" });

    expect(await ute.types("/rapport")).toContain("Ihre Einstellungen");
    expect(await ute.types("/rapport setup")).toBe(
      "Die Einrichtung ist Sache der Administration. Hier ist das Lee Wong, dort hilft man gern.",
    );
    await ute.types("/rapport");
    expect(await ute.presses("Wer was sieht")).toContain("Einrichten heißt nicht mitlesen.");
  });

  it("is at home too: what was pressed stands there on top", async ({ office }) => {
    const { ana } = office;
    await ana.opensHome();

    const home = await ana.presses("Your settings", { place: { kind: "home" } });

    expect(home).toMatch(/^Your settings\n/);
    expect(ana.last.kind).toBe("replace");
  });
});
