import { openSlackStage } from "../../support/slackStage.ts";
import { chatContract } from "../contract.ts";

chatContract("Slack", openSlackStage);
