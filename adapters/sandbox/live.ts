/** Tells every window that something changed; each then asks for what it shows. */
export interface Live {
  /** A stream of events for one window. */
  listen(): ReadableStream<Uint8Array>;
  changed(): void;
  /** Ends every stream, and takes no more. */
  end(): void;
}

/** Several changes in a row are told as one. */
const tellAfter = 40;
/** Longer silences look like a lost connection to whatever stands between. */
const breatheEvery = 20_000;

export function createLive(): Live {
  const windows = new Set<ReadableStreamDefaultController<Uint8Array>>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const breath = setInterval(() => send(": still here\n\n"), breatheEvery);
  breath.unref();

  function send(text: string): void {
    const bytes = new TextEncoder().encode(text);
    for (const window of windows) window.enqueue(bytes);
  }

  return {
    listen() {
      let own: ReadableStreamDefaultController<Uint8Array>;
      return new ReadableStream({
        start(window) {
          own = window;
          if (ended) return window.close();
          windows.add(window);
          window.enqueue(new TextEncoder().encode("retry: 1000\n\n"));
        },
        cancel: () => void windows.delete(own),
      });
    },
    changed() {
      timer ??= setTimeout(() => {
        timer = undefined;
        send("event: changed\ndata:\n\n");
      }, tellAfter);
    },
    end() {
      ended = true;
      clearInterval(breath);
      clearTimeout(timer);
      for (const window of windows) window.close();
      windows.clear();
    },
  };
}
