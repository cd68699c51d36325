/** All a page loads before a visitor clicks: the launcher and, if the site leaves it to us, the consent question. */
import { chatKey, objects, openKey, visitorKey, type Boot, type BootScript } from "./boot";
import css from "./loader.css";
import * as en from "./texts/en.json";
import * as ja from "./texts/ja.json";

const script = document.currentScript as HTMLScriptElement;
const { site = "", accent = "", consent: mode, lang: wanted } = script.dataset;
const lang = /^ja/.test(wanted || document.documentElement.lang || "ja") ? "ja" : "en";
const [label, question, yes, no, failed] = (
  lang == "ja"
    ? [ja.launcher, ja.consentAsk, ja.consentYes, ja.consentNo, ja.loadFailed]
    : [en.launcher, en.consentAsk, en.consentYes, en.consentNo, en.loadFailed]
) as [string, string, string, string, string];

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
  launcher.previousSibling?.remove(); // the question
  load("visit.js?");
};

const storage = (name: "localStorage" | "sessionStorage"): Record<string, string> => {
  try {
    return window[name];
  } catch {
    return {}; // storage is blocked
  }
};

const host = element("sokuo-widget", "", []);
const root = host.attachShadow({ mode: "open" });
const launcher = element("button", "launcher", [label], open) as HTMLButtonElement;
const corner = element("div", "corner", [launcher]);
const boot: Boot = { data: script.dataset, site, lang, root, launcher };

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
host.style.setProperty("--accent", accent); // by script: a policy against style attributes allows it
root.adoptedStyleSheets = [sheet];
root.append(corner);

const ask = () =>
  corner.prepend(
    element("div", "ask", [
      element("p", "", [question]),
      element("button", "", [yes], () => consent(true)),
      element("button", "", [no], () => consent(false)),
    ]),
  );

const start = () => {
  document.body.append(host);
  // What nobody came back to for a day: the credential is dead, and the text stays on no shared computer.
  const local = storage("localStorage");
  if (parseInt(local[chatKey(site)]!) < Date.now() - 864e5) delete local[chatKey(site)];
  const answered = local[visitorKey(site)];
  if (mode != "ask") {
    if (early != null) consent(early);
  } else if (answered! > "no") consent(answered! > "s");
  else if (!answered && !objects()) ask();
  // On a phone the panel would hide the page that was just asked for.
  if (innerWidth > 600 && storage("sessionStorage")[openKey(site)]) open();
};

/* A banner that speaks before we are here leaves window.sokuo = { granted: true }. */
const page = window;
const early = page.sokuo?.granted;
page.sokuo = { consent: (granted) => (granted && mode == "ask") || consent(granted), open };
addEventListener("click", ({ target }) => (target as Element).closest("[data-sokuo-consent]") && consent(false));

if (document.body) start();
else addEventListener("DOMContentLoaded", start);
