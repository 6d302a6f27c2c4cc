import { openTeamsStage } from "../../support/teamsStage.ts";
import { chatContract } from "../contract.ts";

chatContract("Teams", openTeamsStage);
