/** The panel: loaded when the launcher is pressed, shown in the same shadow root. */
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { openKey, type BootScript } from "./boot";
import { Chat } from "./chat";
import { Composer } from "./composer";
import { Close, Person } from "./icons";
import { Log } from "./log";
import css from "./panel.css";
import { fill } from "./texts";

const { boot, src } = document.currentScript as BootScript;

function remember(open?: boolean): boolean {
  try {
    if (open === false) sessionStorage.removeItem(openKey(boot.site));
    if (open) sessionStorage.setItem(openKey(boot.site), "1");
    return !!sessionStorage.getItem(openKey(boot.site));
  } catch {
    return false; // storage is blocked
  }
}

function Panel({ focus }: { focus: boolean }) {
  const dialog = useRef<HTMLElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const { texts, session, ownership } = chat;
  useEffect(() => {
    if (!focus) return;
    // A focused input would raise the keyboard of a phone over the greeting.
    if (matchMedia("(pointer: fine)").matches) input.current?.focus();
    else dialog.current?.focus();
  }, []);
  const byRep = ownership.owner == "rep";
  const owner = byRep
    ? fill(texts.ownerRep, { name: chat.repName })
    : ownership.owner == "nobody"
      ? texts.ownerNobody
      : texts.ownerAssistant;
  return (
    <section
      id="panel"
      role="dialog"
      aria-modal="false"
      aria-labelledby="title"
      tabIndex={-1}
      lang={boot.lang}
      ref={dialog}
      onKeyDown={(event) => event.key == "Escape" && !event.isComposing && close()}
    >
      <header>
        <div>
          <h2 id="title">{session?.company || texts.title}</h2>
          <p class={byRep ? "owner rep" : "owner"} role="status">
            {byRep && <Person />}
            {owner}
          </p>
        </div>
        {!byRep && (
          <button class="person" aria-disabled={!session} onClick={() => session && chat.send(texts.personText)}>
            {texts.person}
          </button>
        )}
        <button class="icon" aria-label={texts.close} onClick={close}>
          <Close />
        </button>
      </header>
      <Log chat={chat} />
      <Composer chat={chat} input={input} />
    </section>
  );
}

function draw(): void {
  const { launcher } = boot;
  corner.hidden = chat.open;
  launcher.disabled = false;
  launcher.textContent = chat.texts.launcher;
  if (chat.unread) {
    const badge = document.createElement("span");
    badge.className = "badge";
    badge.textContent = fill(chat.texts.unread, { n: chat.unread });
    launcher.append(badge);
  }
  render(chat.open ? <Panel focus={!reopened} /> : null, mount);
}

function show(): void {
  remember(true);
  chat.show(true);
  reopened = false;
}

function close(): void {
  remember(false);
  chat.show(false);
  corner.hidden = false; // now, because what is hidden takes no focus
  boot.launcher.focus();
}

/** The part of the screen above a phone's keyboard; as a rule, because a page may forbid style attributes. */
function fit(): void {
  const { height, offsetTop, scale } = visualViewport!;
  if (scale == 1) fitted.replaceSync(`#panel{--height:${height}px;--top:${offsetTop}px}`);
  redraw();
}

function redraw(): void {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    draw();
  });
}

let reopened = remember() && innerWidth > 600;
const corner = boot.launcher.parentElement!;
const mount = document.createElement("div");
const sheet = new CSSStyleSheet();
const fitted = new CSSStyleSheet();
sheet.replaceSync(css);
boot.root.adoptedStyleSheets = [...boot.root.adoptedStyleSheets, sheet, fitted];
boot.root.append(mount);

boot.redraw = redraw;
let drawing = 0;
const chat = new Chat(boot, new URL(src).origin, redraw);
visualViewport!.onresize = visualViewport!.onscroll = fit;
fit();
boot.launcher.onclick = show;
show();
