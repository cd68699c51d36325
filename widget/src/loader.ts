/** All a page loads before a visitor clicks: the launcher and, if the site leaves it to us, the consent question. */
import { openKey, visitorKey, type Boot, type BootScript } from "./boot";
import css from "./loader.css";
import * as en from "./texts/en.json";
import * as ja from "./texts/ja.json";

const script = document.currentScript as HTMLScriptElement;
const { site = "", accent = "", consent: mode, lang: wanted } = script.dataset;
const lang = /^ja/.test(wanted || document.documentElement.lang || "ja") ? "ja" : "en";
const [label, question, yes, no, failed, consentVersion] = (
  lang == "ja"
    ? [ja.launcher, ja.consentAsk, ja.consentYes, ja.consentNo, ja.loadFailed, ja.consentVersion]
    : [en.launcher, en.consentAsk, en.consentYes, en.consentNo, en.loadFailed, en.consentVersion]
) as [string, string, string, string, string, string];

const element = (tag: string, id: string, content: (string | Node)[], click?: () => void) => {
  const made = document.createElement(tag);
  made.id = id;
  made.append(...content);
  made.onclick = click!;
  return made;
};

const load = (file: string, failed?: () => void) => {
  const later = document.createElement("script") as BootScript;
  later.boot = boot;
  later.src = new URL(file + BUILD, script.src).href;
  later.onerror = failed!;
  document.head.append(later);
};

const open = () => {
  launcher.disabled = true;
  load("panel.js?", () => {
    launcher.textContent = failed;
    launcher.disabled = false;
  });
};

const consent = (granted: boolean) => {
  boot.granted = granted;
  load("visit.js?");
};

const kept = (storage: "localStorage" | "sessionStorage", key: string): string => {
  try {
    return window[storage][key] || "";
  } catch {
    return ""; // storage is blocked
  }
};

const root = element("sokuo-widget", "", []).attachShadow({ mode: "open" });
const launcher = element("button", "launcher", [label], open) as HTMLButtonElement;
const corner = element("div", "corner", [launcher]);
const boot: Boot = { api: new URL(script.src).origin, site, lang, root, corner, launcher, mode, consentVersion, visitor: "" };

const sheet = new CSSStyleSheet();
sheet.replaceSync(css + (/^#[\da-f]{6}$/i.test(accent) ? `:host{--accent:${accent}}` : ""));
root.adoptedStyleSheets = [sheet];
root.append(corner);

const ask = () => {
  const card = element("div", "ask", [
    element("p", "", [question]),
    element("button", "", [yes], () => answer(true)),
    element("button", "", [no], () => answer(false)),
  ]);
  const answer = (granted: boolean) => {
    card.remove();
    consent(granted);
  };
  corner.prepend(card);
};

const start = () => {
  document.body.append(root.host);
  const answered = kept("localStorage", visitorKey(site));
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (mode != "ask") {
    if (early != null) consent(early);
  } else if (answered > "s") consent(true);
  else if (!answered && !globalPrivacyControl && doNotTrack != "1") ask();
  // On a phone the panel would hide the page that was just asked for.
  if (innerWidth > 600 && kept("sessionStorage", openKey(site))) open();
};

/* A banner that speaks before we are here leaves window.sokuo = { granted: true }. */
const page = window as unknown as { sokuo?: { granted?: boolean } };
const early = page.sokuo?.granted;
page.sokuo = { consent: (granted: boolean) => mode == "ask" || consent(granted), open } as object;

if (document.body) start();
else addEventListener("DOMContentLoaded", start);
