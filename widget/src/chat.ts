/** One visitor's conversation: session, transcript, outbox and stream put together. */
import { Api, Refusal } from "./api";
import { here, type Boot } from "./boot";
import { readEvents, type ServerEvent } from "./events";
import { Keep } from "./keep";
import { Outbox, type Pending, type Post } from "./outbox";
import { backoff, Pause } from "./patience";
import type { Conversation, Message, Ownership, Session } from "./protocol";
import { Stream, type Listener } from "./stream";
import { textsFor, type Texts } from "./texts";
import { Transcript, type Entry } from "./transcript";

const TYPING_SHOWN_MS = 6_000;
const TYPING_TOLD_EVERY_MS = 4_000;

/** What is wrong at the moment, most important first; said above the input. */
const TROUBLES = ["open", "send", "refused", "stream"] as const;
type Trouble = (typeof TROUBLES)[number];

export class Chat {
  readonly texts: Texts;
  readonly keep: Keep;
  readonly outbox: Outbox;
  session?: Session;
  transcript = new Transcript();
  /** Conversations of this page view whose credential has expired. */
  earlier: Entry[][] = [];
  ownership: Ownership;
  typing?: "assistant" | "rep";
  draft: string;
  open = false;
  unread = 0;
  /** No reading aloud while an old conversation is loaded. */
  loading = true;

  private readonly api: Api;
  private readonly stream: Stream;
  private readonly pause = new Pause();
  private readonly troubles: Partial<Record<Trouble, string>> = {};
  private connecting = false;
  private beginning?: Promise<void>;
  private typingTimer = 0;
  private typingToldAt = 0;

  constructor(
    readonly boot: Boot,
    api: string,
    private readonly changed: () => void,
  ) {
    this.texts = textsFor(boot.lang);
    this.ownership = { owner: "assistant", lang: boot.lang };
    this.api = new Api(api, boot.lang);
    this.keep = new Keep(boot.site);
    this.stream = new Stream(this.api, this.streamListener());
    this.outbox = new Outbox(this.keep, this.outboxPost());
    this.draft = this.keep.read().draft ?? "";
    addEventListener("storage", ({ key }) => key == this.keep.key && this.followOtherTab());
    for (const sign of ["online", "offline"]) addEventListener(sign, () => this.retry());
  }

  // What the visitor does

  async connect(): Promise<void> {
    if (this.connecting) return this.pause.wake();
    this.connecting = true;
    for (let failures = 0; this.loading; ) {
      try {
        await this.resume(this.session ?? this.keep.read().session);
        this.loading = false;
        this.trouble("open");
        void this.outbox.flush();
      } catch (error) {
        const refusal = error as Refusal;
        this.trouble("open", refusal, refusal.temporary ? this.texts.openFailed : this.texts.openRefused);
        if (!refusal.temporary) break;
        await this.pause.for(backoff(++failures, refusal.retryAfter));
      }
    }
    this.connecting = false;
  }

  write(draft: string): void {
    this.draft = draft;
    this.keep.change({ draft });
    if (draft && this.transcript.size && Date.now() - this.typingToldAt > TYPING_TOLD_EVERY_MS) {
      this.typingToldAt = Date.now();
      this.api.call("typing", { body: {} }).catch(() => {}); // of no consequence
    }
    this.changed();
  }

  send(text: string): void {
    delete this.troubles.refused;
    this.outbox.add(text);
    this.changed();
  }

  show(open: boolean): void {
    this.open = open;
    if (open) this.unread = 0;
    if (open && this.loading) void this.connect();
    this.changed();
  }

  retry(): void {
    if (this.loading) void this.connect();
    else void this.outbox.flush();
    this.stream.nudge();
    this.changed();
  }

  /** Revoke the credential and leave nothing on this device. */
  async end(): Promise<void> {
    const revoked = this.api.call("end", { body: {} });
    this.forget();
    this.keep.clear();
    this.outbox.items = [];
    this.draft = "";
    this.show(false);
    await revoked.catch(() => {}); // out of reach: the credential ends by itself within a day
  }

  // What the panel shows

  get problem(): string | undefined {
    const kind = TROUBLES.find((name) => this.troubles[name]);
    return kind && kind != "refused" && !navigator.onLine ? this.texts.offline : kind && this.troubles[kind];
  }

  get canRetry(): boolean {
    return !!(this.troubles.open || this.troubles.send);
  }

  get repName(): string {
    const said = this.transcript.ordered.filter(({ message }) => message.author == "rep" && message.author_name);
    return this.ownership.rep || said.at(-1)?.message.author_name || this.texts.rep;
  }

  // Session

  private async resume(kept?: Session): Promise<void> {
    if (!kept) return this.begin();
    this.session = kept;
    this.api.token = kept.token;
    try {
      const conversation: Conversation = await (await this.api.call("conversation")).json();
      conversation.messages.forEach((message) => this.put(message));
      this.ownership = { ...this.ownership, owner: conversation.owner, lang: conversation.lang };
      this.stream.start(conversation.last_seq);
    } catch (error) {
      const { status } = error as Refusal;
      if (status == 401) await this.renew();
      else if (status != 404 && status != 409) throw error; // those two: nothing was said yet
    }
  }

  private begin(): Promise<void> {
    return (this.beginning ??= this.openSession().finally(() => (this.beginning = undefined)));
  }

  private async openSession(): Promise<void> {
    const { api, boot } = this;
    api.token = "";
    const response = await api.call("sessions", {
      body: {
        site: boot.site,
        lang: boot.lang,
        page: here(),
        ...(boot.visitor && { behaviour_id: boot.visitor }),
      },
    });
    const session: Session = await response.json();
    this.session = session;
    api.token = session.token;
    this.keep.change({ session });
    this.changed();
  }

  /**
   * The credential has expired. What was said stays in sight; what was not sent goes back to its writer, who alone
   * begins a new conversation with it.
   */
  private async renew(): Promise<void> {
    const begun = this.transcript.size || this.keep.read().begun;
    if (begun) this.earlier.push(this.transcript.ordered);
    this.forget();
    this.keep.change({ begun: false });
    if (begun) this.takeBack();
    await this.begin();
    this.loading = false;
  }

  private takeBack(): void {
    const unsent = this.outbox.takeBack();
    if (unsent.length) this.write([...unsent, this.draft].filter(Boolean).join("\n"));
  }

  private forget(): void {
    this.stream.stop();
    this.session = undefined;
    this.transcript = new Transcript();
    this.ownership = { owner: "assistant", lang: this.boot.lang };
    this.typing = undefined;
    this.loading = true;
  }

  private followOtherTab(): void {
    const { session } = this.keep.read();
    if (session?.token == this.session?.token) return;
    this.forget();
    if (session) void this.connect();
    else this.show(false);
  }

  // Messages

  private outboxPost(): Post {
    return {
      deliver: (item) => this.deliver(item),
      failures: (count, refusal) => this.trouble("send", refusal, count ? this.texts.sendFailed : undefined),
      refused: (item, refusal) => {
        this.write(item.text + (this.draft && "\n" + this.draft));
        this.trouble("refused", refusal, this.texts.refused);
      },
    };
  }

  private async deliver(item: Pending): Promise<void> {
    if (!this.session) await this.begin();
    const { token } = this.api;
    const response = await this.post(item).catch(async (error: Refusal) => {
      if (error.status != 401) throw error;
      if (token == this.api.token) await this.renew();
      return this.outbox.items.includes(item) ? this.post(item) : undefined;
    });
    if (!response) return; // it is in the input again
    this.keep.change({ begun: true });
    item.after = this.transcript.lastSeq;
    void this.followTurn(response);
    if (!this.stream.running) this.stream.start(0);
  }

  private post({ client_id, text }: Pending): Promise<Response> {
    const page = this.boot.visitor && { page: here() };
    return this.api.call("messages", { stream: true, body: { client_id, text, ...(page || {}) } });
  }

  /** The rest of a cut turn comes by the stream. */
  private async followTurn(response: Response): Promise<void> {
    if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) return;
    const { session } = this;
    try {
      for await (const event of readEvents(response)) if (session == this.session) this.handle(event);
    } catch {
      this.stream.nudge();
    }
  }

  private streamListener(): Listener {
    return {
      event: (event) => this.handle(event),
      failures: (count) => {
        if (!count) this.keep.change(); // the server has just prolonged the credential
        this.trouble("stream", undefined, count > 1 ? this.texts.lost : undefined);
      },
      refused: (refusal) => {
        if (refusal.status == 401) void this.renew().catch(() => this.connect());
        else if (refusal.status != 409) this.trouble("stream", refusal, this.texts.lost);
      },
    };
  }

  private handle({ event, data }: ServerEvent): void {
    if (event == "message") this.put(data, true);
    else if (event == "message.replaced") this.transcript.replace(data);
    else if (event == "message.delta") this.transcript.extend(data);
    else if (event == "state") this.ownership = data;
    else if (event == "typing" && data.ended) this.typing == data.author && this.showTyping(undefined);
    else if (event == "typing" && data.author != "contact") this.showTyping(data.author);
    else if (event == "turn.end" && this.typing == "assistant") this.showTyping(undefined);
    if (event != "ping") this.changed();
  }

  private put(message: Message, live = false): void {
    const isNew = this.transcript.put(message);
    if (message.client_id) this.outbox.settle(message.client_id);
    if (message.direction == "inbound") return;
    if (message.author == this.typing && message.text) this.showTyping(undefined);
    if (isNew && live && !this.open) this.unread++;
  }

  private showTyping(author: "assistant" | "rep" | undefined): void {
    clearTimeout(this.typingTimer);
    this.typing = author;
    if (author) this.typingTimer = window.setTimeout(() => (this.showTyping(undefined), this.changed()), TYPING_SHOWN_MS);
  }

  private trouble(kind: Trouble, refusal?: Refusal, text?: string): void {
    if (text) this.troubles[kind] = [refusal?.message, text].filter(Boolean).join(" ");
    else delete this.troubles[kind];
    this.changed();
  }
}
