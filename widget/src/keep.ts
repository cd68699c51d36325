/** What survives a reload, in one entry of localStorage, shared by all tabs of the site. */
import { chatKey } from "./boot";
import type { Session } from "./protocol";

export interface Unsent {
  client_id: string;
  text: string;
}

export interface Kept {
  session?: Session;
  draft?: string;
  outbox?: Unsent[];
  /** Something was said with this session's credential. */
  begun?: boolean;
}

export class Keep {
  readonly key: string;
  private memory: Kept = {};

  constructor(site: string) {
    this.key = chatKey(site);
  }

  read(): Kept {
    try {
      const stored = localStorage.getItem(this.key) ?? " {}";
      return JSON.parse(stored.slice(stored.indexOf(" ")));
    } catch {
      return this.memory; // storage is blocked
    }
  }

  /** Without a part: only to say that it is in use. */
  change(part: Kept = {}): void {
    this.memory = { ...this.read(), ...part };
    try {
      localStorage.setItem(this.key, `${Date.now()} ${JSON.stringify(this.memory)}`);
    } catch {
      /* blocked or full: kept as long as the page */
    }
  }

  clear(): void {
    this.memory = {};
    try {
      localStorage.removeItem(this.key);
    } catch {
      /* blocked */
    }
  }
}
