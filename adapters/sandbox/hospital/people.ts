/** Who works at St. Anne's, where and when. Everybody here is made up. */
import type { AccountFacts, Pattern } from "#engine";

export interface DemoPerson {
  /** Their id in the sandbox's workspace. */
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly unit: string;
  readonly discipline: string;
  readonly pattern: Pattern;
  /** IANA. */
  readonly zone: string;
  readonly locale: string;
  /** Of their own unit. */
  readonly leads: boolean;
  readonly prefersPrivate: boolean;
  /** They have an account in the hospital's Teams, too. */
  readonly alsoInTeams: boolean;
  /** As the platform tells it. */
  readonly facts: AccountFacts;
}

/** Rapport's own account. */
export const bot: AccountFacts = {
  externalId: "rapport",
  name: "Rapport",
  kind: "bot",
  runsWorkspace: false,
};

/** Whom the sandbox opens as: the lead of the Core Lab, who has also set Rapport up. */
export const opensAs = "priya";

/** They bring and fetch samples, and have no account: thanked under "Not on the list". */
export const courier = "Gus, courier, Northway Couriers";

export const domain = "annes.example";

const boston = "America/New_York";
/** The outpatient draw station. */
const chicago = "America/Chicago";
/** Whoever looks after Boston's night from their own day. */
const berlin = "Europe/Berlin";

const scientist = "Medical laboratory scientist";

type Row = readonly [
  name: string,
  discipline: string,
  pattern: Pattern,
  more?: Partial<DemoPerson>,
];

const units: Readonly<Record<string, readonly Row[]>> = {
  "Core Lab": [
    ["Priya Shah", scientist, "days", { leads: true }],
    ["Marcus Reed", scientist, "nights"],
    ["Ben Okafor", scientist, "days"],
    ["Hannah Weiss", scientist, "evenings"],
    ["Joy Mbeki", scientist, "varies"],
    ["Ana Silva", "Technician", "days"],
    ["Yusuf Demir", "Technician", "days"],
    ["Grace Lindqvist", "Technician", "evenings"],
    ["Tomas Novak", "Technician", "nights"],
    ["Elena Petrova", "Physician", "days", { alsoInTeams: true }],
  ],
  Phlebotomy: [
    ["Rosa Delgado", "Phlebotomist", "days", { leads: true }],
    ["Kofi Mensah", "Phlebotomist", "days"],
    ["Sam Whitfield", "Phlebotomist", "nights"],
    ["Andre Baptiste", "Phlebotomist", "evenings"],
    ["Leah Friedman", "Phlebotomist", "days", { zone: chicago }],
    ["Nina Kowalski", "Phlebotomist", "days", { zone: chicago }],
  ],
  Microbiology: [
    ["Ingrid Halvorsen", scientist, "days", { leads: true }],
    ["Wei Zhang", scientist, "days"],
    ["Fatima Noor", "Technician", "evenings"],
    ["Liam Byrne", "Technician", "nights"],
    ["Jonas Weber", "Physician", "days", { zone: berlin, locale: "de" }],
  ],
  "4 West": [
    ["Dana Ortiz", "Nurse", "days", { leads: true, alsoInTeams: true }],
    ["Mia Lund", "Nurse", "days"],
    ["Sofia Marino", "Nurse", "days"],
    ["Dan Fisher", "Nurse", "evenings"],
    ["Noah Campbell", "Nurse", "evenings"],
    ["Cleo Martin", "Nurse", "nights"],
    ["Aisha Rahman", "Nurse", "nights", { prefersPrivate: true }],
    ["Peter Lindholm", "Physician", "days", { alsoInTeams: true }],
  ],
  Emergency: [
    ["Keisha Brown", "Nurse", "days", { leads: true }],
    ["Lucas Meyer", "Nurse", "days"],
    ["Tessa van Dijk", "Nurse", "evenings"],
    ["Omar Haddad", "Nurse", "nights"],
    ["Jamal Wright", "Nurse", "nights"],
    ["Rafael Costa", "Physician", "days"],
    ["Emily Chen", "Physician", "evenings"],
  ],
  Pharmacy: [
    ["Lee Wong", "Pharmacist", "days", { leads: true, alsoInTeams: true }],
    ["Maya Patel", "Pharmacist", "evenings"],
    ["Ruth Goldberg", "Pharmacist", "days", { zone: chicago }],
    ["Lena Hoffmann", "Pharmacist", "days", { zone: berlin, locale: "de" }],
    ["Victor Sandoval", "Technician", "days"],
  ],
};

export const people: readonly DemoPerson[] = Object.entries(units).flatMap(([unit, rows]) =>
  rows.map(([name, discipline, pattern, more]) => {
    const account = (name.split(" ")[0] ?? name).toLowerCase();
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@${domain}`;
    const about = {
      zone: boston,
      locale: "en",
      leads: false,
      prefersPrivate: false,
      alsoInTeams: false,
      ...more,
    };
    const { zone, locale } = about;
    return {
      account,
      name,
      email,
      unit,
      discipline,
      pattern,
      ...about,
      facts: {
        externalId: account,
        name,
        email,
        zone,
        locale,
        kind: "member",
        runsWorkspace: false,
      },
    };
  }),
);
