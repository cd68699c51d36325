/** What the visitor wrote and the server has not yet said it stored: sent in order, kept until then. */
import { Refusal } from "./api";
import type { Keep, Unsent } from "./keep";
import { backoff, Pause } from "./patience";

export interface Pending extends Unsent {
  /** The server said that it is stored; shown here until it comes back as a message. */
  accepted: boolean;
  /** Where an accepted text stands until then: after the message with this number. */
  after: number;
}

export interface Post {
  /** Resolves when the server has stored the text, throws a Refusal otherwise. */
  deliver(item: Pending): Promise<void>;
  /** 0: nothing waits any more; otherwise how many attempts failed in a row. */
  failures(count: number, refusal?: Refusal): void;
  /** Will never be accepted: the text goes back to its writer. */
  refused(item: Pending, refusal: Refusal): void;
}

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export class Outbox {
  items: Pending[];
  private busy = false;
  private readonly pause = new Pause();

  constructor(
    private readonly keep: Keep,
    private readonly post: Post,
  ) {
    this.items = (keep.read().outbox ?? []).map((unsent) => ({ ...unsent, accepted: false, after: 0 }));
  }

  add(text: string): void {
    const unsent = { client_id: newId(), text };
    this.items.push({ ...unsent, accepted: false, after: 0 });
    this.keep.change({ outbox: [...(this.keep.read().outbox ?? []), unsent] });
    if (!this.busy) void this.flush();
  }

  /** The server showed it as a message. */
  settle(clientId: string): void {
    this.items = this.items.filter((item) => item.client_id != clientId);
    this.unkeep(clientId);
  }

  /** Give up on what waits, and return it in the order it was written. */
  takeBack(): string[] {
    const waiting = this.items.filter(({ accepted }) => !accepted);
    waiting.forEach(({ client_id }) => this.settle(client_id));
    return waiting.map(({ text }) => text);
  }

  /** Send what waits, oldest first; called during a wait, it tries at once. */
  async flush(): Promise<void> {
    if (this.busy) return this.pause.wake();
    this.busy = true;
    for (let failures = 0, item; (item = this.items.find(({ accepted }) => !accepted)); ) {
      try {
        await this.post.deliver(item);
        item.accepted = true;
        failures = 0;
        this.unkeep(item.client_id);
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal(0);
        if (refusal.kept) {
          item.accepted = true;
          this.unkeep(item.client_id);
        } else if (refusal.temporary) {
          this.post.failures(++failures, refusal);
          await this.pause.for(backoff(failures, refusal.retryAfter));
        } else {
          this.settle(item.client_id);
          this.post.refused(item, refusal);
        }
      }
    }
    this.busy = false;
    this.post.failures(0);
  }

  private unkeep(clientId: string): void {
    const { outbox = [] } = this.keep.read();
    const rest = outbox.filter((unsent) => unsent.client_id != clientId);
    if (rest.length < outbox.length) this.keep.change({ outbox: rest });
  }
}
