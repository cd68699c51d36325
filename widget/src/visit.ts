/** Consent and what it allows: a behaviour id, the page view, read-to-end. Loaded only after somebody answered. */
import { here, visitorKey, type BootScript } from "./boot";

const READ_MS = 15_000;
const ID_LIFE_MS = 90 * 24 * 3600_000;

const { boot } = document.currentScript as BootScript;
const key = visitorKey(boot.site);

function keep(value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    /* storage is blocked: the answer lasts as long as the page */
  }
}

function kept(): { id: string; expired: boolean } {
  try {
    const [id = "", madeAt] = (localStorage.getItem(key) ?? "").split(" ");
    return { id: id == "no" ? "" : id, expired: Date.now() - Number(madeAt) > ID_LIFE_MS };
  } catch {
    return { id: "", expired: false };
  }
}

/** The status of the answer; 0 without one. */
async function post(path: string, body: object): Promise<number> {
  try {
    const response = await fetch(`${boot.api}/v1/widget/${path}`, {
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

function record(behaviourId: string, granted: boolean): Promise<number> {
  const { lang, consentVersion: version } = boot;
  return post("consent", { behaviour_id: behaviourId, granted, version, lang, page: here() });
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
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (boot.visitor || globalPrivacyControl || doNotTrack == "1") return;
  let { id, expired } = kept();
  if (expired && boot.mode == "ask") return keep(""); // the next page asks again
  if (!id || expired) {
    id = newId();
    if ((await record(id, true)) != 204 || !boot.granted) return;
    keep(`${id} ${Date.now()}`);
  }
  boot.visitor = id;
  void signal("page_view", document.referrer ? { referrer: document.referrer.slice(0, 500) } : {});
  watchReading();
}

async function withdraw(): Promise<void> {
  const { id } = kept();
  boot.visitor = "";
  keep(boot.mode == "ask" ? "no" : "");
  if (id) await record(id, false);
}

const newId = () =>
  "sbv_" + Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

void (boot.granted ? grant() : withdraw());
