// The split screen: signs in as a colleague, follows the newest lead, shows its clocks, plays the scenes.
import { anew, say } from "./prospect.js";

const texts = JSON.parse(document.body.dataset.texts);
const { lang } = document.documentElement;
const at = (id) => document.getElementById(id);
const people = [...document.querySelectorAll("[data-person]")];
const scenes = [...document.querySelectorAll("[data-scene]")];
const tabs = [...document.querySelectorAll("[data-tab]")];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const JUMP_MS = 5000; // more than two answers of the server can differ by
let offset = 0; // server clock minus ours, so that a wrong clock here does not bend the countdown
let state = { lead: null };
let away = false; // a clock that cannot hear the server stands still
let before; // the newest lead when a scene began: from the next one on, the right phone follows whoever has the lead
let following = false; // until the visitor picks a phone

const post = async (address, values = {}) => {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(values) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
};
const clockTime = (time, style) => new Date(time).toLocaleString(lang, { timeZone: state.zone, hourCycle: "h23", ...style });
const SECONDS = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
const LONG_S = 600; // what is farther away is told as a time
const DAY = { month: "short", day: "numeric", weekday: "short" };
const MINUTES = { hour: "2-digit", minute: "2-digit" };
const day = (time) => clockTime(time, { ...DAY, ...MINUTES });

async function signIn(button) {
  people.forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  await post("/demo/sign-in", { key: button.dataset.person, lang });
  at("console").src = "/console";
}

function showContact(lead) {
  const card = at("contact").parentElement;
  card.classList.remove("soon", "late", "done");
  if (!lead?.started_at) {
    at("contact").textContent = "–";
    at("due").textContent = lead?.promised_at ? fill(texts.promised, { at: day(lead.promised_at) }) : "";
    at("ring").style.strokeDashoffset = 100;
    return;
  }
  const started = Date.parse(lead.started_at);
  const end = lead.contacted_at ? Date.parse(lead.contacted_at) : Date.now() + offset;
  const passed = Math.max(0, (end - started) / 1000);
  at("contact").textContent = fill(texts.seconds, { n: Math.round(passed) });
  if (lead.contacted_at) {
    card.classList.add("done");
    at("due").textContent = texts.done;
    at("ring").style.strokeDashoffset = 0;
    return;
  }
  const dues = [lead.reassign_due_at, lead.escalate_due_at].filter(Boolean).map(Date.parse).filter((due) => due > end);
  const due = Math.min(...dues);
  if (!dues.length) {
    card.classList.add("late");
    at("due").textContent = texts.late;
    at("ring").style.strokeDashoffset = 0;
    return;
  }
  const left = (due - end) / 1000;
  if (left <= 10) card.classList.add("soon");
  const next = due === Date.parse(lead.reassign_due_at) ? texts.next_rep : texts.to_manager;
  at("due").textContent = left > LONG_S ? fill(texts.due, { at: day(due) }) : fill(next, { n: Math.ceil(left) });
  at("ring").style.strokeDashoffset = 100 - (100 * left) / Math.max(1, (due - started) / 1000);
}

function showOwner(lead) {
  for (const button of people) {
    const word = button.querySelector("small");
    const has = Boolean(lead) && lead.owner === button.dataset.name;
    button.classList.toggle("has", has);
    word.textContent = has ? texts.has_lead : word.dataset.role;
  }
}

function showEvents(lead) {
  if (!lead) return;
  const received = lead.events.find((event) => event.kind === "lead_received");
  const replied = lead.events.find((event) => event.kind === "first_reply");
  const took = received && replied ? (Date.parse(replied.at) - Date.parse(received.at)) / 1000 : null;
  at("reply").textContent = took === null ? "…" : fill(texts.seconds, { n: took.toFixed(2) });
  const rows = lead.events.map((event) => {
    const row = document.createElement("li");
    const time = document.createElement("time");
    time.textContent = clockTime(event.at, SECONDS);
    const words = document.createElement("span");
    words.textContent = fill(texts[`event.${event.kind}`], { who: event.who || "" });
    row.append(time, words);
    return row;
  });
  if (at("events").children.length !== rows.length || at("events").dataset.lead !== lead.id) {
    at("events").dataset.lead = lead.id;
    at("events").replaceChildren(...rows);
  }
}

function showHours({ open, always, opens_at: opensAt }) {
  at("hours").textContent = open
    ? texts[always ? "open_always" : "open"]
    : fill(texts.closed, { at: day(opensAt) });
  at("hours").className = open ? "open" : "closed";
  at("morning").hidden = open;
}

function showModel({ name, practising, away_s: left }, lead) {
  const gone = fill(texts[practising ? "model_practice" : "model_cut"], { n: Math.ceil(left) });
  const line = left ? gone : name ? fill(texts.model_named, { name }) : texts.model_none;
  const { origin, fault } = lead?.worded || {};
  const worded = fault ? texts[origin === "ai" ? "worded_part" : "worded_template"] : "";
  at("model").textContent = [line, worded].filter(Boolean).join(" ");
}

function showUnknown(asked) {
  at("unknown")?.replaceChildren(
    ...asked.map(({ text, count }) => {
      const row = document.createElement("li");
      row.textContent = count > 1 ? `${text} (${count})` : text;
      return row;
    }),
  );
}

function showMails(unread) {
  at("mails").hidden = !unread;
  at("mails").textContent = unread ? fill(texts.mails, { n: unread }) : "";
}

function tick() {
  if (away || !state.zone) return;
  at("now").textContent = clockTime(Date.now() + offset, { ...DAY, ...SECONDS });
  showContact(state.lead);
}

function showTab(name) {
  for (const tab of tabs) {
    const shown = tab.dataset.tab === name;
    tab.setAttribute("aria-pressed", String(shown));
    at(tab.dataset.tab).hidden = !shown;
  }
  const mailbox = at("mailbox");
  if (name === "mailbox" && !mailbox.src) mailbox.src = mailbox.dataset.src;
}

/** After a jump of the demo's clock the pages in the right phone still count by the old one. */
function hear(heard) {
  const known = state.zone ? offset : null;
  state = heard;
  offset = Date.parse(state.now) - Date.now();
  if (known !== null && Math.abs(offset - known) > JUMP_MS && at("console").src) at("console").contentWindow.location.reload();
  if (!following || state.lead?.id === before) return;
  const holder = people.find((button) => button.dataset.name === state.lead?.owner);
  if (holder && holder.getAttribute("aria-pressed") !== "true") signIn(holder).catch(() => {});
}

async function look() {
  const answer = await fetch(`/demo/state?lang=${lang}`);
  if (!answer.ok) return;
  hear(await answer.json());
  showOwner(state.lead);
  showEvents(state.lead);
  showHours(state.hours);
  showModel(state.model, state.lead);
  showUnknown(state.unknown);
  showMails(state.mails);
}

async function follow() {
  try {
    await look();
    at("line").textContent = "";
    away = false;
  } catch {
    at("line").textContent = texts.offline;
    away = true;
  }
  setTimeout(follow, 1000);
}

/** Set the scene, then let the prospect write. */
async function play(button) {
  scenes.forEach((one) => (one.disabled = true));
  at("story").textContent = button.dataset.story;
  before = state.lead?.id;
  following = true;
  try {
    await post(`/demo/scenes/${button.dataset.scene}`);
    showTab("visitor");
    await anew(at("visitor"));
    at("visitor").parentElement.scrollIntoView({ block: "nearest" });
    await say(at("visitor"), button.dataset.says);
  } catch (error) {
    console.error(error);
    at("story").textContent = texts.scene_failed;
  }
  scenes.forEach((one) => (one.disabled = false));
}

people.forEach((button) =>
  button.addEventListener("click", () => {
    following = false;
    signIn(button).catch(() => {});
  }),
);
scenes.forEach((button) => button.addEventListener("click", () => play(button)));
tabs.forEach((button) => button.addEventListener("click", () => showTab(button.dataset.tab)));
at("anew").addEventListener("click", () => {
  showTab("visitor");
  anew(at("visitor"));
});
at("morning").addEventListener("click", () => post("/demo/morning").then(look).catch(() => {}));
setInterval(tick, 250);
signIn(people[0]).catch(() => {});
follow();
