// The console's behaviour: clocks that run, live updates in place, a composer that is safe with an IME.
(() => {
  "use strict";

  const page = document.body.dataset;
  const words = JSON.parse(document.getElementById("words").textContent);
  const csrf = document.querySelector("meta[name=csrf]").content;
  const $ = (id) => document.getElementById(id);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // -- clocks ---------------------------------------------------------------------------------------------------

  const serverIsAhead = Date.parse(page.now) - Date.now();
  const now = () => Date.now() + serverIsAhead;

  function spanWords(kind, seconds) {
    const round = kind === "left" ? Math.ceil : Math.floor;
    if (seconds < 60) return fill(words[kind].seconds, { n: Math.floor(seconds) });
    if (seconds < 3600) return fill(words[kind].minutes, { n: round(seconds / 60) });
    return fill(words[kind].hours, { n: round(seconds / 3600) });
  }

  function setText(element, text) {
    if (element && element.textContent.trim() !== text) element.textContent = text;
  }

  function tick() {
    for (const clock of document.querySelectorAll(".clock[data-due]")) {
      const due = Date.parse(clock.dataset.due);
      const left = (due - now()) / 1000;
      const part = left / ((due - Date.parse(clock.dataset.began)) / 1000);
      const late = left <= 0;
      setText(clock.querySelector(".clock-word"), spanWords(late ? "late" : "left", Math.abs(left)));
      clock.querySelector(".ring-hand")?.setAttribute("stroke-dasharray", `${Math.max(0, part * 100).toFixed(1)} 100`);
      const state = late ? "clock-late" : part <= 0.4 ? "clock-soon" : "clock-running";
      if (!clock.classList.contains(state)) {
        clock.classList.remove("clock-late", "clock-soon", "clock-running");
        clock.classList.add(state);
        if (late) setTimeout(() => changed(clock.closest("[data-lead]")?.dataset.lead), 1500);
      }
    }
  }
  setInterval(tick, 1000);

  // -- replacing pieces in place --------------------------------------------------------------------------------
  // Nothing is replaced between the press and the release of a pointer: the tap would be lost.

  let pressed = false;
  const held = [];
  addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => setTimeout(() => { pressed = false; held.splice(0).forEach((act) => act()); }, 0), true);
  }
  const gently = (act) => (pressed ? held.push(act) : act());

  function replace(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    const opened = [...old.querySelectorAll("details")].map((one) => one.open);
    if (old.dataset.lead) fresh.style.minHeight = `${old.offsetHeight}px`; // the rows below stay where they are
    old.replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((one, at) => (one.open = opened[at] ?? false));
    htmx.process(fresh);
    if (focused) $(focused)?.focus({ preventScroll: true });
  }

  async function fetchPiece(path) {
    const answer = await fetch(path, { headers: { "HX-Request": "true", "X-Background": "1" } });
    if (answer.status === 401) signedOut();
    if (!answer.ok) return null;
    const parsed = document.createElement("template");
    parsed.innerHTML = await answer.text();
    return parsed.content;
  }

  const waiting = new Map();
  function soon(key, act) {
    clearTimeout(waiting.get(key));
    waiting.set(key, setTimeout(() => { waiting.delete(key); act().catch(() => {}); }, 120));
  }

  // -- queue ----------------------------------------------------------------------------------------------------

  const unseen = new Set();

  function takeRow(row) {
    const known = $(row.id);
    if (known) return replace(known, row);
    if (row.dataset.here !== "yes") return;
    if ($("no-leads")) return loadQueue();
    unseen.add(row.dataset.lead);
    const bar = $("new-leads");
    bar.textContent = fill(words.new, { count: unseen.size });
    bar.hidden = false;
  }

  const show = () => $("queue").dataset.show;
  const loadQueue = () => htmx.ajax("GET", `/console?show=${show()}`, { target: "#queue", swap: "outerHTML" });

  async function refreshRow(id) {
    const piece = await fetchPiece(`/console/queue/${id}?show=${show()}`);
    if (piece) gently(() => takeRow(piece.querySelector("[data-lead]")));
  }

  async function refreshQueue() {
    const piece = await fetchPiece(`/console?show=${show()}`);
    if (piece) gently(() => piece.querySelectorAll("[data-lead]").forEach((row) => takeRow(row)));
  }

  document.addEventListener("htmx:afterSwap", () => { if ($("new-leads")?.hidden) unseen.clear(); });

  // -- one lead -------------------------------------------------------------------------------------------------

  async function refreshPiece(name) {
    const piece = await fetchPiece(`/console/leads/${page.lead}/${name}`);
    if (piece && $(name)) gently(() => replace($(name), piece.firstElementChild));
  }

  async function showMessage(id) {
    const thread = $("thread");
    const piece = await fetchPiece(`/console/messages/${id}`);
    if (!piece || !thread) return;
    const fresh = piece.firstElementChild;
    const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80;
    gently(() => {
      const next = [...thread.children].find((one) => Number(one.dataset.seq) > Number(fresh.dataset.seq));
      if ($(fresh.id)) replace($(fresh.id), fresh);
      else thread.insertBefore(fresh, next ?? null);
      if (atEnd) thread.scrollTop = thread.scrollHeight;
    });
  }

  function changed(leadId) {
    if (!leadId) return;
    if ($("queue")) soon(leadId, () => refreshRow(leadId));
    if (page.lead === leadId) {
      soon("head", () => refreshPiece("head"));
      soon("history", () => refreshPiece("history"));
    }
  }

  function reloadState() {
    if ($("queue")) return refreshQueue();
    if (!page.lead) return Promise.resolve();
    const pieces = ["head", "handoff", "history"].map((name) => refreshPiece(name));
    return Promise.all([...pieces, refreshThread()]);
  }

  async function refreshThread() {
    const piece = await fetchPiece(`/console/leads/${page.lead}/thread`);
    if (!piece || !$("thread")) return;
    gently(() => {
      const at = $("thread").scrollTop;
      replace($("thread"), piece.firstElementChild);
      $("thread").scrollTop = at;
    });
  }

  // -- the stream -----------------------------------------------------------------------------------------------

  let lost = false;
  let heardAt = now();
  let ended = false;

  function line(text, href) {
    const box = $("line");
    box.textContent = text;
    box.classList.toggle("line-shown", Boolean(text));
    if (!href) return;
    const link = Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener" });
    link.textContent = words.sign_in;
    box.append(" ", link);
  }

  function signedOut() {
    ended = true;
    line(words.signed_out, "/login");
  }

  const clockTime = (at) => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

  function listen() {
    const stream = new EventSource(page.live);
    const heard = (act) => (event) => { heardAt = now(); act(JSON.parse(event.data)); };
    stream.onopen = async () => {
      heardAt = now();
      ended = false;
      if (lost) await reloadState().catch(() => {});
      lost = false;
      if (!ended) line("");
    };
    stream.onerror = async () => {
      if (!lost && !ended) setTimeout(() => lost && !ended && line(fill(words.offline, { at: clockTime(heardAt) })), 2500);
      lost = true;
      if (stream.readyState !== EventSource.CLOSED) return;
      if (!ended) await reloadState().catch(() => {});
      setTimeout(listen, 5000);
    };
    stream.addEventListener("ping", heard(() => {}));
    stream.addEventListener("lead", heard((data) => {
      changed(data.id);
      if (page.lead === data.id && data.changed?.startsWith("mail_")) soon("thread", refreshThread);
    }));
    for (const name of ["message", "message.delta", "message.replaced"]) {
      stream.addEventListener(name, heard((data) => {
        soon(`m-${data.id}`, () => showMessage(data.id));
        if (data.author === "contact" && $("briefing-newer")) $("briefing-newer").hidden = false;
      }));
    }
    stream.addEventListener("state", heard(() => soon("handoff", () => refreshPiece("handoff"))));
    addEventListener("pagehide", () => stream.close(), { once: true });
  }
  if (page.live) listen();
  addEventListener("pageshow", (event) => event.persisted && location.reload());

  // -- hands ----------------------------------------------------------------------------------------------------

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelector("details.me[open]")?.removeAttribute("open");
    const sends = event.target.id === "reply" && event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!sends || event.isComposing || event.keyCode === 229) return; // an IME is still converting
    event.preventDefault();
    if (!$("send").disabled) event.target.form.requestSubmit($("send"));
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) $("alert").replaceChildren();
    const menu = document.querySelector("details.me[open]");
    if (menu && !menu.contains(event.target)) menu.removeAttribute("open");
  });

  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt.id === "briefing-newer" && detail.successful) detail.elt.hidden = true;
  });
  // Who claims sees at once that the briefing names them.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id === "head" && $("briefing")) soon("briefing", () => refreshPiece("briefing"));
  });
  document.addEventListener("said", (event) => showMessage(event.detail.id));
  document.addEventListener("htmx:beforeRequest", () => $("alert").replaceChildren());
  document.addEventListener("htmx:sendError", () => {
    const box = document.createElement("p");
    box.className = "line line-bad";
    box.textContent = words.unsent;
    $("alert").replaceChildren(box);
  });

  // Being there is something a hand does; open pages alone do not keep a session alive.
  let told = Date.now();
  for (const sign of ["pointerdown", "keydown"]) {
    addEventListener(sign, () => {
      if (Date.now() - told < 120000) return;
      told = Date.now();
      fetch("/console/seen", { method: "POST", headers: { "X-CSRF-Token": csrf } }).catch(() => {});
    }, { capture: true, passive: true });
  }

  const thread = $("thread");
  if (thread) thread.scrollTop = thread.scrollHeight;
})();
