/** The sandbox as the program serves it, and people in front of it, each in a window of a real browser. */
import { cpSync } from "node:fs";

import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { expect, inject } from "vitest";

import { it as programs } from "../support/program.ts";

export interface Sandbox {
  /** Opens somebody's window: a channel, "~rapport" for their messages, "~home". */
  opens(account: string, where: string, device?: BrowserContextOptions): Promise<Page>;
}

export const desktop = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** For what a person waits for. A busy machine takes its time. */
const patience = 30_000;

/** Nobody has set anything. */
const asCloned = { SANDBOX: "", DATABASE_URL: "" };

interface Stages {
  readonly browser: Browser;
  /** St. Anne's at ten in the morning of a weekday, after its twelve weeks. */
  readonly hospital: Sandbox;
  /** `npm start -- --empty`: nobody but "you", who runs it. */
  readonly empty: Sandbox;
}

export const it = programs.extend<Stages>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: what vitest asks for
    async ({}, use) => {
      const browser = await chromium.connect(inject("chromium"));
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  hospital: async ({ world, browser }, use) => {
    cpSync(inject("hospital"), world.folder, { recursive: true });
    const { address } = await world.serves(asCloned);
    await withWindows(browser, address, use);
  },
  empty: async ({ world, browser }, use) => {
    const { address } = await world.serves(asCloned, ["start", "--empty"]);
    await withWindows(browser, address, use);
  },
});

/** Whatever a page complains of, or asks of anybody else, fails the test it stands in. */
async function withWindows(
  browser: Browser,
  address: string,
  use: (sandbox: Sandbox) => Promise<void>,
): Promise<void> {
  const troubles: string[] = [];
  await using house = new AsyncDisposableStack();

  await use({
    async opens(account, where, device = desktop) {
      // A window, not a tab: what stands behind another is drawn once a second only.
      const context = await browser.newContext({
        ...device,
        baseURL: address,
        locale: "en-GB",
        reducedMotion: "reduce",
      });
      house.defer(() => context.close());
      context.setDefaultTimeout(patience);
      context.on("weberror", (error) => troubles.push(String(error.error())));
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type()))
          troubles.push(`${message.text()} (${message.location().url})`);
      });
      context.on("request", (request) => {
        if (!request.url().startsWith(`${address}/`)) troubles.push(`asked for ${request.url()}`);
      });
      const page = await context.newPage();
      await page.goto(`/as/${account}/${where}`);
      return page;
    },
  });
  expect(troubles).toEqual([]);
}

/** Types into the message box, and sends it. */
export async function says(page: Page, text: string): Promise<void> {
  const box = page.getByLabel(/^Message to/);
  await box.fill(text);
  await box.press("Enter");
}

/** What everybody reads there, oldest first. */
export const posts = (page: Page) => page.locator("article:not(.only)");

/** What was said there that holds these words, for everybody. */
export const post = (page: Page, words: string) => posts(page).filter({ hasText: words });

/** What only this person reads there that holds these words. */
export const answer = (page: Page, words: string) =>
  page.locator("article.only").filter({ hasText: words });

/** The dialog that is open. */
export const dialog = (page: Page) => page.getByRole("dialog");

/** Finds somebody in the dialog's field for people, and picks them. */
export async function picks(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole("combobox").pressSequentially(name.slice(0, 4));
  await dialog(page).getByRole("option", { name }).click();
  await dialog(page)
    .getByRole("button", { name: `Remove ${name}` })
    .waitFor();
}

/** Somebody new comes to work here. */
export async function adds(page: Page, name: string): Promise<void> {
  await page.getByLabel("Add a colleague").fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("link", { name, exact: true }).waitFor();
}

/** Chooses somebody else to be, in the same window. */
export async function becomes(page: Page, name: string): Promise<void> {
  await page
    .locator("#people")
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.getByText(`You are ${name}`).waitFor();
}

/** Presses a button that moves the clock, and waits until that time has passed. */
export async function passes(page: Page, button: string): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/clock")),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  await page.locator("body:not(.passing)").waitFor();
}

/** Picks a moment some days on, by the hospital's clock. */
export async function moves(page: Page, days: number, time: string): Promise<void> {
  const to = (await timeOn(page)).add({ days }).withPlainTime(time).toPlainDateTime();
  await page.getByLabel("Another moment").fill(to.toString({ smallestUnit: "minute" }));
  await passes(page, "Go");
}

/** What the clock of the hospital shows. */
export async function timeOn(page: Page): Promise<Temporal.ZonedDateTime> {
  const shown = await page.locator("#clock time").getAttribute("datetime");
  return Temporal.Instant.from(shown ?? "").toZonedDateTimeISO("America/New_York");
}

/** Waits until a picture has come, and is one. */
export async function isDrawn(picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded();
  const width = () =>
    picture.evaluate((image: { readonly naturalWidth: number }) => image.naturalWidth);
  await expect.poll(width).toBeGreaterThan(300);
}
