/** Work that nobody waits for: its failure is logged, and a stop waits for its end. */
import { type Log, nameOf } from "./log.ts";

export interface Afterwards {
  /** In the next turn, so that an answer that is ready goes out first. */
  run(work: () => Promise<void>): void;
  /** Begun already: a stop waits for it too. */
  attend<T>(work: Promise<T>): Promise<T>;
  done(): Promise<void>;
}

export function createAfterwards(log: Log): Afterwards {
  const running = new Set<Promise<unknown>>();
  const attend = <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    const forget = () => void running.delete(work);
    work.then(forget, forget);
    return work;
  };
  const attempt = async (work: () => Promise<void>) => {
    await new Promise((resolve) => setImmediate(resolve));
    await work().catch((error: unknown) =>
      log.error({ error: nameOf(error) }, "what follows an answer failed"),
    );
  };

  return {
    attend,
    run: (work) => void attend(attempt(work)),
    async done() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
