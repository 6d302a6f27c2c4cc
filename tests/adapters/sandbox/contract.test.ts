import { openSandboxStage } from "../../support/sandboxStage.ts";
import { chatContract } from "../contract.ts";

chatContract("the sandbox", openSandboxStage);
