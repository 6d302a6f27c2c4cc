/** Every way a person's free text comes in, from `/kudos` to a file: what each answers to a text. */
import { takeTemplate } from "../../src/checkins/templates/keep.ts";
import { findOrganization } from "../../src/people/queries/organizations.ts";
import { asks } from "../checkins/answeringStage.ts";
import type { Office } from "../support/office.ts";

const direct = { place: { kind: "direct" } } as const;

/** By the way's name, what its author read. Once in an office. */
export async function sayEverywhere(
  office: Office,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const { ana, ben, lee } = office;
  const said: Record<string, string> = {};

  said["a slash command"] = await ana.types(`/kudos @ben ${text}`);
  await ana.types("/kudos");
  said["a form"] = await ana.fills({ text: { reason: text }, picked: { to: [await ben.id()] } });
  await ana.types("/kudos @ben for the tea");
  await ana.presses("Edit");
  said["an edited kudos"] = await ana.fills({ text: { reason: text } });

  await asks(office, { template: "weekly-checkin" }, ben);
  await ben.presses("Add a few words", direct);
  said["a check-in answer"] = await ben.fills({ text: { way: text } }, direct);
  await ben.fills({ text: { way: "No key to the store" } }, direct);
  await asks(office, { template: "ward-pulse-on-lab" }, ana);
  await office.settle();
  await ana.presses("Answer", direct);
  said["a confidential comment"] = await ana.fills({ text: { change: text } }, direct);

  await lee.types("/checkin answers");
  await lee.presses("Comment");
  said["a comment"] = await lee.fills({ text: { words: text } });

  await lee.types("/checkin templates");
  await lee.presses("Copy and edit");
  said["a template's question"] = await lee.fills({
    text: { name: "Our week", questions: `${text} [words]` },
  });

  said["an imported file"] = await office.store.transact(async (tx) => {
    const organization = await findOrganization(tx, office.organization);
    const file = {
      id: "ours",
      name: { en: "Ours" },
      sees: "leads",
      questions: [{ id: "q", ask: { en: text }, kind: "text" }],
    };
    const taken = await takeTemplate({ tx, now: office.now(), organization }, file, "keep");
    return taken.kind === "mistakes" ? taken.mistakes.map(({ why }) => why).join("\n") : "taken";
  });
  return said;
}
