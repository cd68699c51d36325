/** The resumable stream of a conversation: reconnects with backoff and asks for what it missed. */
import { Refusal, type Api } from "./api";
import { readEvents, type ServerEvent } from "./events";
import { backoff, Pause } from "./patience";

/** The server pings every 15 s. */
const SILENT_MS = 40_000;
const SUSPECT_MS = 20_000;
/** A page nobody sees gives its connection back after this time. */
const HIDDEN_MS = 60_000;

export interface Listener {
  event(event: ServerEvent): void;
  /** Connected: 0; otherwise how many attempts failed in a row. */
  failures(count: number): void;
  /** The server does not want this stream; it is over. */
  refused(refusal: Refusal): void;
}

export class Stream {
  private run?: AbortController;
  private connection?: AbortController;
  private heardAt = 0;
  private hiddenAt = 0;
  private hurry = false;
  private readonly pause = new Pause();

  constructor(
    private readonly api: Api,
    private readonly listener: Listener,
  ) {
    setInterval(() => this.check(), 5_000);
    document.addEventListener("visibilitychange", () => {
      this.hiddenAt = document.hidden ? Date.now() : 0;
      if (!document.hidden) this.nudge();
    });
    for (const sign of ["online", "pageshow"]) addEventListener(sign, () => this.nudge());
  }

  get running(): boolean {
    return !!this.run;
  }

  start(cursor: number): void {
    this.stop();
    this.run = new AbortController();
    void this.follow(this.run, cursor);
  }

  stop(): void {
    this.run?.abort();
    this.run = undefined;
    this.connection?.abort();
    this.pause.wake();
  }

  /** The page or the network is back: do not wait for the next attempt, and do not trust a silent connection. */
  nudge(): void {
    if (Date.now() - this.heardAt > SUSPECT_MS) {
      this.hurry = true;
      this.connection?.abort();
    }
    this.pause.wake();
  }

  private check(): void {
    const silent = Date.now() - this.heardAt > SILENT_MS;
    const unseen = this.hiddenAt && Date.now() - this.hiddenAt > HIDDEN_MS;
    if (silent || unseen) this.connection?.abort();
  }

  private async follow(run: AbortController, cursor: number): Promise<void> {
    for (let failures = 0; !run.signal.aborted; ) {
      if (document.hidden) {
        await this.pause.for(2 ** 30); // until the page is seen: see nudge
        continue;
      }
      this.hurry = false;
      this.connection = new AbortController();
      this.heardAt = Date.now();
      let retryAfter = 0;
      try {
        const response = await this.api.call("stream", {
          stream: true,
          lastEventId: cursor,
          signal: this.connection.signal,
        });
        this.listener.failures(0);
        for await (const event of readEvents(response)) {
          if (run.signal.aborted) return;
          failures = 0;
          this.heardAt = Date.now();
          cursor = Math.max(cursor, event.id);
          this.listener.event(event);
        }
      } catch (error) {
        if (run.signal.aborted) return;
        if (error instanceof Refusal && !error.temporary) {
          this.run = undefined;
          return this.listener.refused(error);
        }
        retryAfter = error instanceof Refusal ? error.retryAfter : 0;
      }
      if (run.signal.aborted) return;
      this.listener.failures(++failures);
      if (!this.hurry) await this.pause.for(backoff(failures, retryAfter));
    }
  }
}
