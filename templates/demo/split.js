// The split screen: signs in as a colleague, follows the newest lead, shows its two clocks.
(() => {
  const texts = JSON.parse(document.body.dataset.texts);
  const { lang } = document.documentElement;
  const CLOCK_TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" };
  const at = (id) => document.getElementById(id);
  const people = [...document.querySelectorAll("[data-person]")];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  let offset = 0; // server clock minus ours, so that a wrong clock here does not bend the countdown

  async function signIn(button) {
    const answer = await fetch("/demo/sign-in", { method: "POST", body: new URLSearchParams({ key: button.dataset.person, lang }) });
    if (!answer.ok) return;
    people.forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
    at("console").src = "/console";
  }

  function showContact(lead) {
    const card = at("contact").parentElement;
    card.classList.remove("soon", "late", "done");
    if (!lead || !lead.started_at) return;
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
    at("due").textContent = fill(due === Date.parse(lead.reassign_due_at) ? texts.next_rep : texts.manager, { n: Math.ceil(left) });
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
      time.textContent = new Date(event.at).toLocaleTimeString(lang, CLOCK_TIME);
      const words = document.createElement("span");
      words.textContent = fill(texts[event.kind], { who: event.who || "" });
      row.append(time, words);
      return row;
    });
    if (at("events").children.length !== rows.length || at("events").dataset.lead !== lead.id) {
      at("events").dataset.lead = lead.id;
      at("events").replaceChildren(...rows);
    }
  }

  let state = { lead: null };
  let away = false; // a clock that cannot hear the server stands still
  async function follow() {
    try {
      const answer = await fetch(`/demo/state?lang=${lang}`);
      if (answer.ok) {
        state = await answer.json();
        offset = Date.parse(state.now) - Date.now();
        showOwner(state.lead);
        showEvents(state.lead);
      }
      at("line").textContent = "";
      away = false;
    } catch {
      at("line").textContent = texts.offline;
      away = true;
    }
    setTimeout(follow, 1000);
  }

  people.forEach((button) => button.addEventListener("click", () => signIn(button)));
  at("anew").addEventListener("click", () => {
    for (const store of [localStorage, sessionStorage])
      Object.keys(store).filter((key) => key.startsWith("sokuo")).forEach((key) => store.removeItem(key));
    const frame = at("visitor");
    frame.src = frame.getAttribute("src");
  });
  setInterval(() => away || showContact(state.lead), 250);
  signIn(people[0]);
  follow();
})();
