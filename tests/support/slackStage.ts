/** The contract's stage in Slack: real Bolt behind real HTTP, and every payload signed as Slack would. */
import { typed } from "../../src/privacy/typed.ts";
import type { ChatStage, Name } from "../adapters/contract.ts";
import {
  buttonsIn,
  opensHome,
  presses,
  reacts,
  submits,
  triggerOf,
  type View,
} from "./slackActs.ts";
import { openSlackOffice, type SlackOffice, until, wordsIn } from "./slackOffice.ts";
import { replyText } from "./text.ts";
import { codeElsewhere, gatherWard } from "./ward.ts";

export async function openSlackStage(): Promise<ChatStage> {
  const office = await openSlackOffice();
  const { emulated, driver, proxy } = office;
  const channel = emulated.channels["ward-4"] ?? "";
  /** The view that is open before each: a form, what came of it, their home. */
  const views = new Map<Name, View>();
  /** The private messages each has in the channel, oldest first. */
  const privates = new Map<Name, unknown[]>();

  function told(name: Name, message: unknown, instead?: unknown): string {
    const before = (privates.get(name) ?? []).filter((one) => one !== instead);
    privates.set(name, [...before, message]);
    return plainWords(message);
  }

  function viewed(name: Name, view: View): string {
    views.set(name, view);
    return plainWords(view);
  }

  /** What they read that comes after Slack's request was answered; `pressed`: the private message it may take the place of. */
  function afterwards(name: Name, pressed?: unknown): () => Promise<string> {
    const counts = () => ({
      said: driver.responses.length,
      opened: proxy.calls("views.open").length,
      published: proxy.calls("views.publish").length,
      changed: proxy.calls("chat.update").length,
    });
    const before = counts();
    const isNew = (what: keyof typeof before) => counts()[what] > before[what];
    return async () => {
      await until(() =>
        (["said", "opened", "published", "changed"] as const).some((what) => isNew(what)),
      );
      if (isNew("changed")) return plainWords(proxy.calls("chat.update").at(-1)?.body);
      const said = driver.responses.at(-1);
      if (isNew("said")) return told(name, said, said?.replace_original ? pressed : undefined);
      const method = isNew("opened") ? "views.open" : "views.publish";
      return viewed(name, proxy.calls(method).at(-1)?.body.view as View);
    };
  }

  const chatOf = async (name: Name) => {
    const { channel: direct } = await emulated.api.conversations.open({
      users: emulated.people[name] ?? "",
    });
    return direct?.id ?? "";
  };
  const newest = async () => (await emulated.posts(channel)).at(-1);

  await keepEmoji(office);
  return {
    async types(name, text) {
      const after = afterwards(name);
      const trigger = { trigger_id: await triggerOf(office, name) };
      const { body } = await office.types(name, escaped(text), trigger);
      return body === "" ? after() : told(name, body);
    },

    leads: (name) => gatherWard(office.store, office.now(), name),
    codeElsewhere: () => codeElsewhere(office.store, office.now()),

    async presses(name, label) {
      const says = (drawn: unknown) => buttonsIn(drawn).some(({ text }) => text.text === label);
      const message = privates.get(name)?.findLast(says);
      if (message !== undefined) {
        const after = afterwards(name, message);
        await presses(office, name, message, label, { kind: "private", channel });
        return after();
      }
      const direct = await chatOf(name);
      const told = (await emulated.posts(direct)).findLast(says);
      const post = told ?? (await newest());
      if (post === undefined || !says(post)) throw new Error(`No button says "${label}"`);
      const after = afterwards(name);
      const at = told === undefined ? channel : direct;
      await presses(office, name, post, label, { kind: "post", channel: at, ts: post.ts });
      return after();
    },

    async fills(name, text) {
      const form = views.get(name);
      if (form === undefined) throw new Error("No form is open");
      const { body } = await submits(office, name, form, { text });
      const { view, errors } = body as { view?: View; errors?: Record<string, string> };
      return view === undefined ? Object.values(errors ?? {}).join("\n") : viewed(name, view);
    },

    async opensHome(name) {
      const after = afterwards(name);
      await opensHome(office, name);
      return after();
    },

    async reacts(name, emoji) {
      const post = await newest();
      await reacts(office, name, { emoji, channel, ts: post?.ts ?? "", author: emulated.bot });
    },

    reads: async () => (await emulated.posts(channel)).map(plainWords),

    inbox: async (name) => (await emulated.posts(await chatOf(name))).map(plainWords),

    passes: (minutes) => office.passes(minutes * 60_000),
    close: office.close,
  };
}

/** Lee runs the workspace, and keeps an emoji for thanks. */
async function keepEmoji(office: SlackOffice): Promise<void> {
  const { engine, emulated } = office;
  await office.types("lee", "/rapport"); // so that the engine knows Lee
  const reply = await engine.handle({
    platform: "slack",
    workspace: emulated.team,
    account: emulated.people.lee ?? "",
    delivery: "emoji",
    place: { kind: "home" },
    learnt: [],
    kind: "form",
    form: "recognition.emoji",
    state: null,
    filled: { text: { emoji: typed("kudos") }, picked: {} },
  });
  if (!replyText(reply).includes("Saved")) throw new Error(replyText(reply));
}

/** As Slack sends what was typed. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What a reader of Slack sees: what fields hold too, marks by their labels, bold without its stars, what is escaped as it was. */
function plainWords(drawn: unknown): string {
  const inFields: string[] = [];
  JSON.stringify(drawn, (key, value: unknown) => {
    if (key === "initial_value" && typeof value === "string") inFields.push(value);
    return value;
  });
  return [wordsIn(drawn), ...inFields]
    .join("\n")
    .replaceAll(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, mark: string, label?: string) => label ?? mark)
    .replaceAll(/\*([^*\n]+)\*/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
