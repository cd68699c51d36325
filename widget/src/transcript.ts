/** The upsert rule: what is shown is the same however often, and in whatever order, events arrive. */
import type { Delta, Message } from "./protocol";

export interface Entry {
  message: Message;
  /** The text as it was shown, sentence by sentence; joined it is the text. */
  parts: string[];
  /** The index of the next sentence; -1 when it cannot be known. */
  next: number;
}

export class Transcript {
  private readonly entries = new Map<string, Entry>();

  /** Insert or replace by id; true if it was not known. Older states of a message change nothing. */
  put(message: Message): boolean {
    const known = this.entries.get(message.id);
    if (known && known.message.changed_seq >= message.changed_seq) return false;
    // Words that are shown already stay as they are: nothing flickers and nothing is read aloud twice.
    if (known?.parts.join("") == message.text) known.message = message;
    else this.set(message);
    return !known;
  }

  /** Written anew after a crash: the parts that were shown are thrown away. */
  replace(message: Message): void {
    const known = this.entries.get(message.id);
    if (!known || known.message.changed_seq <= message.changed_seq) this.set(message);
  }

  /** The next sentence of a streaming message; a gap or a repeat is ignored until the next whole message. */
  extend({ id, index, text }: Delta): void {
    const entry = this.entries.get(id);
    if (entry?.message.state != "streaming" || index != entry.next) return;
    entry.parts.push(text);
    entry.next++;
  }

  private set(message: Message): void {
    const { id, text } = message;
    this.entries.set(id, { message, parts: text ? [text] : [], next: text ? -1 : 0 });
  }

  get size(): number {
    return this.entries.size;
  }

  get ordered(): Entry[] {
    return [...this.entries.values()].sort((a, b) => a.message.seq - b.message.seq);
  }

  get lastSeq(): number {
    return Math.max(0, ...[...this.entries.values()].map(({ message }) => message.seq));
  }
}
