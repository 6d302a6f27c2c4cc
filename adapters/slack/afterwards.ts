/** Work that nobody waits for: its failure is logged, and a stop waits for its end. */
import { codeOf } from "./errors.ts";
import type { Log } from "./log.ts";

export interface Afterwards {
  /** In the next turn, so that an answer that is ready goes out first. */
  run(work: () => Promise<void>): void;
  /** Begun already: a stop waits for it too. */
  attend<T>(work: Promise<T>): Promise<T>;
  done(): Promise<void>;
}

export function createAfterwards(log: Log): Afterwards {
  const running = new Set<Promise<unknown>>();

  async function attempt(work: () => Promise<void>): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await work();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ error: name, code: codeOf(error) }, "what follows an answer failed");
    }
  }

  function attend<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const forget = () => void running.delete(work);
    work.then(forget, forget);
    return work;
  }

  return {
    run: (work) => void attend(attempt(work)),
    attend,
    async done() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
