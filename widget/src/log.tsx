/** The conversation as it is read: bubbles, sources, what is on its way. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "./chat";
import { Check, Clock, Down } from "./icons";
import type { Pending } from "./outbox";
import type { Citation, Message, QuickReply } from "./protocol";
import { fill } from "./texts";
import type { Entry } from "./transcript";

const NEAR_END_PX = 60;

/** Only https, or a path of the page's own site. */
export function safeUrl(url: string): string | undefined {
  try {
    const { href, protocol, origin, username } = new URL(url, location.href);
    const own = origin == location.origin && url.startsWith("/");
    return !username && (own || (protocol == "https:" && /^https:/i.test(url))) ? href : undefined;
  } catch {
    return undefined;
  }
}

function Source({ citation, children }: { citation: Citation; children: string }) {
  const href = safeUrl(citation.url);
  if (!href) return <span>{children}</span>;
  const away = !href.startsWith(location.origin + "/");
  return (
    <a href={href} hreflang={citation.lang} rel="noopener" target={away ? "_blank" : undefined}>
      {children}
    </a>
  );
}

/** Text stays text; only a [1] that has a source becomes a link. */
function Words({ text, citations }: { text: string; citations: Citation[] }) {
  return (
    <span class="part">
      {text.split(/(\[\d{1,2}\])/).map((piece) => {
        const citation = citations.find(({ n }) => piece == `[${n}]`);
        return citation ? <Source citation={citation}>{piece}</Source> : piece;
      })}
    </span>
  );
}

function authorOf(message: Message, { texts }: Chat): string {
  if (message.author == "contact") return texts.byYou;
  if (message.author == "rep") return fill(texts.byRep, { name: message.author_name || texts.rep });
  return message.author == "assistant" ? texts.byAssistant : texts.bySystem;
}

/** A bubble knows its neighbours: the name stands above the first of an author, the time below the last. */
interface BubbleProps {
  entry: Entry;
  chat: Chat;
  before?: Entry;
  after?: Entry;
}

function Bubble({ entry, chat, before, after }: BubbleProps) {
  const { message, parts } = entry;
  const mine = message.direction == "inbound";
  if (!parts.length) return null;
  const follows = before?.message.author == message.author;
  const goesOn = after?.message.author == message.author && after.parts.length > 0;
  const time = new Date(message.at);
  return (
    <li class={mine ? "mine" : message.author}>
      <p class={mine || follows ? "unseen" : "author"}>{authorOf(message, chat)}</p>
      <div class="bubble">
        {parts.map((text, index) => (
          <Words key={index} text={text} citations={message.citations} />
        ))}
        {message.citations.length > 0 && (
          <ul class="sources" aria-label={chat.texts.sources}>
            {message.citations.map((citation) => (
              <li key={citation.n}>
                <Source citation={citation}>{`[${citation.n}] ${citation.title}`}</Source>
              </li>
            ))}
          </ul>
        )}
      </div>
      {message.state == "final" && (mine || !goesOn) && (
        <p class="meta">
          <time dateTime={message.at}>
            {isNaN(+time) ? "" : time.toLocaleTimeString(chat.boot.lang, { hour: "2-digit", minute: "2-digit" })}
          </time>
          {mine && <Received chat={chat} />}
        </p>
      )}
    </li>
  );
}

const Received = ({ chat }: { chat: Chat }) => (
  <span class="received">
    <Check /> {chat.texts.received}
  </span>
);

function Waiting({ item, chat }: { item: Pending; chat: Chat }) {
  const waiting = chat.problem ? chat.texts.waiting : chat.texts.sending;
  return (
    <li class="mine">
      <p class="unseen">{chat.texts.byYou}</p>
      <div class="bubble">
        <span class="part">{item.text}</span>
      </div>
      <p class="meta">
        {item.accepted ? (
          <Received chat={chat} />
        ) : (
          <span>
            <Clock /> {waiting}
          </span>
        )}
      </p>
    </li>
  );
}

function Typing({ chat }: { chat: Chat }) {
  const streaming = chat.transcript.ordered.some(({ message, parts }) => message.state == "streaming" && !parts.length);
  if (!chat.typing && !streaming) return null;
  const byRep = chat.typing == "rep";
  return (
    <li class="typing">
      <i />
      <i />
      <i />
      <span>{byRep ? fill(chat.texts.typingRep, { name: chat.repName }) : chat.texts.typingAssistant}</span>
    </li>
  );
}

/** Offered under the last word of the other side, until the visitor has answered. */
function choices({ outbox, transcript, session }: Chat): QuickReply[] {
  if (outbox.items.length) return [];
  const last = transcript.ordered.at(-1)?.message;
  if (!last) return session?.quick_replies ?? [];
  return last.direction == "outbound" && last.state == "final" ? last.quick_replies : [];
}

function Choices({ chat }: { chat: Chat }) {
  const offered = choices(chat);
  if (!offered.length) return null;
  return (
    <div class="choices" role="group" aria-label={chat.texts.choices}>
      {offered.map(({ id, label }) => (
        <button key={id} onClick={() => chat.send(label)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** Messages by number; an accepted text stands where it was accepted, until it comes back as a message. */
function rows(chat: Chat) {
  const { items } = chat.outbox;
  const shown: { order: number; entry?: Entry; item?: Pending }[] = [
    ...chat.transcript.ordered.map((entry) => ({ order: entry.message.seq, entry })),
    ...items.map((item) => ({ order: item.accepted ? item.after + 0.5 : Infinity, item })),
  ];
  // Infinity - Infinity is NaN, which leaves the order of writing
  return shown.sort((a, b) => a.order - b.order || 0);
}

export function Log({ chat }: { chat: Chat }) {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  useLayoutEffect(() => {
    if (atEnd && box.current) box.current.scrollTop = box.current.scrollHeight;
  });
  const { texts, session } = chat;
  const bubbles = (entries: Entry[]) =>
    entries.map((entry, index) => (
      <Bubble key={entry.message.id} entry={entry} chat={chat} before={entries[index - 1]} after={entries[index + 1]} />
    ));
  return (
    <div class="middle">
      <div
        class="log"
        ref={box}
        tabIndex={0}
        role="log"
        aria-label={texts.log}
        aria-live={chat.loading ? "off" : "polite"}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR_END_PX)
        }
      >
        <ol>
          {chat.earlier.map(bubbles)}
          {chat.earlier.length > 0 && <li class="system">{texts.expired}</li>}
          {!session && !chat.problem && <li class="opening">{texts.opening}</li>}
          {session?.greeting && (
            <li class="assistant">
              <p class="author">{texts.byAssistant}</p>
              <div class="bubble">
                <span class="part">{session.greeting}</span>
              </div>
            </li>
          )}
          {rows(chat).map(({ entry, item }, index, all) =>
            entry ? (
              <Bubble
                key={entry.message.client_id || entry.message.id}
                entry={entry}
                chat={chat}
                before={all[index - 1]?.entry}
                after={all[index + 1]?.entry}
              />
            ) : (
              <Waiting key={item!.client_id} item={item!} chat={chat} />
            ),
          )}
          <Typing chat={chat} />
        </ol>
        <Choices chat={chat} />
      </div>
      {!atEnd && (
        <button class="newer" onClick={() => setAtEnd(true)}>
          <Down /> {texts.newer}
        </button>
      )}
    </div>
  );
}
