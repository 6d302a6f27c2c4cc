/**
 * The heartbeat asks the engine what is due; the database decides. Every second and not every minute: a thanks is told
 * two minutes after it was given, and a lane that may write once a second would otherwise write once a minute.
 * Asking when nothing is due is one indexed look.
 */
import { schedule } from "node-cron";

export interface Heartbeat {
  /** Something may be due now: asks at once, or again as soon as the beat that runs is over. */
  nudge(): void;
  /** No beat begins after this; resolves when the one that runs is over. */
  stop(): Promise<void>;
}

/** Beats never overlap. A beat that fails is told, with how many have failed in a row; the next one comes all the same. */
export function startHeartbeat(
  tick: () => Promise<unknown>,
  failed: (error: unknown, inARow: number) => void,
): Heartbeat {
  let beating = false;
  let last = Promise.resolve();
  let again = false;
  let stopped = false;
  let inARow = 0;

  const timer = schedule("* * * * * *", beat, { suppressMissedWarning: true });
  beat();

  function beat(): void {
    if (stopped || beating) return;
    beating = true;
    last = beats();
  }

  async function beats(): Promise<void> {
    do {
      again = false;
      try {
        await tick();
        inARow = 0;
      } catch (error) {
        inARow += 1;
        failed(error, inARow);
      }
    } while (again && !stopped);
    beating = false;
  }

  return {
    nudge() {
      again = true;
      beat();
    },
    async stop() {
      stopped = true;
      await timer.destroy();
      await last;
    },
  };
}
