// The prospect's hand in the left phone: it opens the real widget, types into it and presses send.
const EVERY_MS = 50;
const PATIENCE_MS = 15000;
const READING_MS = 700; // long enough to read what is about to be sent

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function seen(find) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(EVERY_MS)) {
    const found = find();
    if (found) return found;
  }
  throw new Error("the widget did not open");
}

/** Forget this prospect and open the site's first page as somebody new. */
export function anew(frame) {
  for (const store of [localStorage, sessionStorage])
    Object.keys(store).filter((key) => key.startsWith("sokuo")).forEach((key) => store.removeItem(key));
  return new Promise((done) => {
    frame.addEventListener("load", done, { once: true });
    frame.src = frame.getAttribute("src");
  });
}

/** Write to the company as the visitor would, by the widget on the page. */
export async function say(frame, text) {
  const page = frame.contentWindow;
  const root = (await seen(() => page.document.querySelector("sokuo-widget"))).shadowRoot;
  page.sokuo.open();
  const input = await seen(() => root.querySelector("textarea"));
  input.value = text;
  input.dispatchEvent(new page.Event("input", { bubbles: true }));
  const send = await seen(() => root.querySelector(".send[aria-disabled=false]"));
  await pause(READING_MS);
  send.click();
}
