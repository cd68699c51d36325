/** Consent and what it allows: a behaviour id, the page view, read-to-end. Loaded only after somebody answered. */
import { here, objects, visitorKey, type BootScript } from "./boot";
import * as en from "./texts/en.json";
import * as ja from "./texts/ja.json";

const READ_MS = 15_000;
const ID_LIFE_MS = 90 * 24 * 3600_000;

const { boot, src } = document.currentScript as BootScript;
const ours = boot.data.consent == "ask";
const key = visitorKey(boot.site);

function keep(value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    /* storage is blocked: the answer lasts as long as the page */
  }
}

/** See `visitorKey`. */
function kept(): string[] {
  try {
    return (localStorage.getItem(key) ?? "").split(" ");
  } catch {
    return [];
  }
}

/** The status of the answer; 0 without one. */
async function post(path: string, body: object): Promise<number> {
  try {
    const response = await fetch(new URL(`/v1/widget/${path}`, src), {
      method: "POST",
      keepalive: true,
      credentials: "omit",
      headers: { "Content-Type": "application/json", ...(boot.visitor && { "X-Sokuo-Visitor": boot.visitor }) },
      body: JSON.stringify({ site: boot.site, ...body }),
    });
    return response.status;
  } catch {
    return 0;
  }
}

/** The text that was agreed to: ours, or one of the site's, of which we know what the site says. */
function version(): string {
  if (!ours) return `site:${boot.data.consentVersion || "unspecified"}`.slice(0, 40);
  return boot.lang == "ja" ? ja.consentVersion : en.consentVersion;
}

function record(behaviourId: string, granted: boolean): Promise<number> {
  const { lang } = boot;
  return post("consent", { behaviour_id: behaviourId, granted, version: version(), lang, page: here() });
}

async function signal(kind: "page_view" | "read_to_end", more: object): Promise<void> {
  const status = await post("signals", { events: [{ kind, ...here(), ...more, at: new Date().toISOString() }] });
  if (status == 403) keep((boot.visitor = "")); // the server knows no such consent (any more)
}

function watchReading(): void {
  let dwell = 0;
  let atEnd = false;
  const tick = setInterval(() => {
    if (!boot.visitor) return clearInterval(tick);
    if (document.hidden) return;
    dwell += 1000;
    atEnd ||= scrollY + innerHeight > document.documentElement.scrollHeight * 0.9;
    if (!atEnd || dwell < READ_MS) return;
    clearInterval(tick);
    void signal("read_to_end", { dwell_ms: dwell });
  }, 1000);
}

async function grant(): Promise<void> {
  if (boot.visitor || objects()) return;
  let [id = "", madeAt] = kept();
  const expired = Date.now() - Number(madeAt) > ID_LIFE_MS;
  if (expired && ours) return keep(""); // the next page asks again
  if (id < "s" || expired) {
    id = newId();
    if ((await record(id, true)) != 204 || !boot.granted) return;
    keep(`${id} ${Date.now()}`);
  }
  boot.visitor = id;
  boot.redraw?.();
  void signal("page_view", document.referrer ? { referrer: document.referrer.slice(0, 500) } : {});
  watchReading();
}

async function withdraw(): Promise<void> {
  const [first = "", second = ""] = kept();
  const id = boot.visitor || (first < "s" ? second : first);
  const refusal = ours ? "no" : "";
  boot.visitor = "";
  keep(id ? `no ${id}` : refusal);
  boot.redraw?.();
  for (const button of document.querySelectorAll<HTMLElement>("[data-sokuo-done]")) {
    button.textContent = button.dataset.sokuoDone!;
  }
  if (!id) return;
  const status = await record(id, false);
  const later = !status || status == 429 || status >= 500; // said again with the next page
  if (!later && !boot.granted) keep(refusal);
}

const newId = () =>
  "sbv_" + Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

void (boot.granted ? grant() : withdraw());
