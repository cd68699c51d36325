/** Where the visitor writes: the AI notice, the input, and what is wrong at the moment. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Chat } from "./chat";
import { Send } from "./icons";
import { fill } from "./texts";

const LIMIT = 4_000;
const COUNTED_FROM = 3_600;

const length = ({ draft }: Chat) => [...draft].length;

/** The notice of the session must have been in sight before anything is sent. */
const sendable = (chat: Chat) => !!chat.session && !!chat.draft.trim() && length(chat) <= LIMIT;

function Counter({ chat }: { chat: Chat }) {
  const over = length(chat) - LIMIT;
  const text = over > 0 ? fill(chat.texts.over, { n: over }) : fill(chat.texts.left, { n: -over });
  return (
    <p class={over > 0 ? "counter over" : "counter"} role="status">
      {length(chat) >= COUNTED_FROM && text}
    </p>
  );
}

function Problem({ chat }: { chat: Chat }) {
  return (
    <div role="status">
      {chat.problem && (
        <p class="problem">
          {chat.problem}
          {chat.canRetry && <button onClick={() => chat.retry()}>{chat.texts.retry}</button>}
        </p>
      )}
    </div>
  );
}

function Ending({ chat }: { chat: Chat }) {
  const [asked, setAsked] = useState(false);
  const { texts } = chat;
  if (!chat.transcript.size) return null;
  if (!asked) {
    return (
      <button class="quiet" onClick={() => setAsked(true)}>
        {texts.end}
      </button>
    );
  }
  return (
    <div class="ending" role="group" aria-label={texts.endAsk}>
      <p>{texts.endAsk}</p>
      <button onClick={() => void chat.end()}>{texts.endYes}</button>
      <button onClick={() => setAsked(false)}>{texts.endNo}</button>
    </div>
  );
}

/** A yes can be taken back where it is noticed. */
function Recording({ chat: { boot, texts } }: { chat: Chat }) {
  const [stopped, setStopped] = useState(false);
  const stop = () => {
    setStopped(true);
    window.sokuo!.consent!(false);
  };
  return (
    <div role="status">
      {boot.visitor ? (
        <button class="quiet" onClick={stop}>
          {texts.viewsStop}
        </button>
      ) : (
        stopped && <p class="notice">{texts.viewsStopped}</p>
      )}
    </div>
  );
}

export function Composer({ chat, input }: { chat: Chat; input: RefObject<HTMLTextAreaElement | null> }) {
  const { texts, draft, session } = chat;
  const [wanted, setWanted] = useState("");
  const send = () => {
    if (!sendable(chat)) return setWanted(session ? "" : chat.draft);
    setWanted("");
    chat.send(chat.draft.trim());
    chat.write("");
    input.current?.focus();
  };
  // What was to be sent while the conversation still opened goes out once its notice is in sight, unless it was changed.
  useEffect(() => {
    if (session && wanted && wanted == chat.draft) send();
  }, [session]);
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: an Enter that ends a conversion of the input method, also where isComposing is already false (Safari)
    if (event.key != "Enter" || event.shiftKey || event.isComposing || event.keyCode == 229) return;
    event.preventDefault();
    send();
  };
  return (
    <footer>
      <Problem chat={chat} />
      <p class="notice" id="notice">
        {session?.notice.text || texts.notice}
      </p>
      <div class="input">
        <textarea
          ref={input}
          rows={Math.min(5, draft.split("\n").length)}
          value={draft}
          placeholder={texts.placeholder}
          aria-label={texts.input}
          aria-describedby="notice"
          enterkeyhint="send"
          onInput={({ currentTarget }) => chat.write(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button class="send" aria-label={texts.send} aria-disabled={!sendable(chat)} onClick={send}>
          <Send />
        </button>
      </div>
      <div class="below">
        <Counter chat={chat} />
        <Recording chat={chat} />
        <Ending chat={chat} />
      </div>
    </footer>
  );
}
