/** What survives a reload, in one entry of localStorage, shared by all tabs of the site. */
import type { Session } from "./protocol";

export interface Unsent {
  client_id: string;
  text: string;
}

export interface Kept {
  session?: Session;
  draft?: string;
  outbox?: Unsent[];
}

export class Keep {
  readonly key: string;
  private memory: Kept = {};

  constructor(site: string) {
    this.key = "sokuo.chat." + site;
  }

  read(): Kept {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "{}");
    } catch {
      return this.memory; // storage is blocked
    }
  }

  change(part: Kept): void {
    this.memory = { ...this.read(), ...part };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.memory));
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
