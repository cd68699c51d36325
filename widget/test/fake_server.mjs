/**
 * A server that speaks docs/live-protocol.md to one widget, from memory, and misbehaves when told to.
 *
 * node fake_server.mjs [port] prints its port. The page is served for localhost, the API for 127.0.0.1: two origins.
 * POST /control {...} steers it (see `orders`), GET /calls tells what was asked of it.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { page } from "./page.mjs";
import { WORDS } from "./words.mjs";

const BUILT = new URL("../../app/web/static/widget/", import.meta.url);
const OPENER = { kind: "opener", origin: "template", author: "assistant" };

let calls = [];
let sessions = 0;
let valid = new Set();
let streams = new Set();
let conversation;
/** Each is used up when it is obeyed. */
let refusals = []; // {call, status, retry_after, code, message}
let sentenceMs = 40;
let silent = false; // accept messages, do not answer them
let swallowed = 0; // accept so many messages and hang up before saying so

function reset() {
  for (const stream of streams) stream.destroy();
  [calls, refusals, sentenceMs, silent, swallowed] = [[], [], 40, false, 0];
  [valid, streams] = [new Set(), new Set()];
  conversation = { started: false, owner: "assistant", rep: null, lang: "ja", last_seq: 0, messages: [], accepted: new Map() };
}

const write = (response, event, data, id) =>
  response.write(`${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

function publish(event, data, id) {
  for (const stream of streams) write(stream, event, data, id);
}

function put(message) {
  const known = conversation.messages.find(({ id }) => id === message.id);
  const changed_seq = ++conversation.last_seq;
  const whole = Object.assign(
    known ?? { id: `m${changed_seq}`, seq: changed_seq, direction: "outbound", author: "assistant", origin: "template", kind: "reply" },
    known ? {} : { state: "final", author_name: null, client_id: null, citations: [], quick_replies: [] },
    { at: "2026-11-24T00:00:00Z", ...message, changed_seq },
  );
  if (!known) conversation.messages.push(whole);
  publish("message", whole, changed_seq);
  return whole;
}

async function turn(ending) {
  const words = WORDS[conversation.lang];
  const { owner } = conversation;
  if (owner === "assistant" && !silent) {
    put({ ...OPENER, text: words.opener });
    publish("typing", { author: "assistant" });
    const reply = put({ state: "streaming", text: "" });
    for (const [index, text] of words.sentences.entries()) {
      await sleep(sentenceMs);
      publish("message.delta", { id: reply.id, index, text });
    }
    await sleep(sentenceMs);
    put({ id: reply.id, state: "final", ...words.reply, text: words.sentences.join("") });
  }
  publish("turn.end", { seq: conversation.last_seq });
  ending?.end();
  streams.delete(ending);
}

function accept(request, response, { client_id, text }) {
  const known = conversation.accepted.get(client_id);
  conversation.started = true;
  const message = { direction: "inbound", author: "contact", origin: "human", client_id, text };
  if (swallowed && swallowed--) {
    conversation.accepted.set(client_id, put(message));
    void turn();
    return request.socket.destroy();
  }
  openStream(response, 202);
  if (known) {
    write(response, "message", known, known.changed_seq);
    return response.end();
  }
  conversation.accepted.set(client_id, put(message));
  void turn(response);
}

function openStream(response, status) {
  response.writeHead(status, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.flushHeaders();
  streams.add(response);
  response.on("close", () => streams.delete(response));
}

function follow(request, response) {
  if (!conversation.started) return json(response, 409, { error: { code: "no_conversation", message: "" } });
  openStream(response, 200);
  write(response, "state", state());
  const since = Number(request.headers["last-event-id"] ?? 0);
  for (const message of conversation.messages.filter(({ changed_seq }) => changed_seq > since)) {
    write(response, "message", message, message.changed_seq);
  }
}

const state = () => ({ owner: conversation.owner, rep: conversation.rep, lang: conversation.lang });

function json(response, status, body) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const routes = {
  "POST consent": (_, response) => json(response, 204),
  "POST signals": (_, response) => json(response, 202, {}),
  "POST typing": (_, response) => json(response, 204),
  "POST messages": accept,
  "GET stream": follow,
  "POST end": (request, response) => {
    valid.delete(request.headers.authorization);
    json(response, 204);
  },
  "GET conversation": (_, response) => {
    if (!conversation.started) return json(response, 409, { error: { code: "no_conversation", message: "" } });
    const { owner, lang, last_seq, messages } = conversation;
    json(response, 200, { conversation_id: "c1", owner, lang, last_seq, messages });
  },
  "POST sessions": (_, response, { lang }) => {
    const token = `sct_${++sessions}`;
    valid.add(`Bearer ${token}`);
    conversation.lang = lang;
    json(response, 201, { token, expires_at: "2026-11-25T00:00:00Z", ...WORDS[lang].session });
  },
};

/** What a test may order. */
const orders = {
  reset,
  refuse: (refusal) => refusals.push(refusal),
  slow: (ms) => (sentenceMs = ms),
  silent: (on) => (silent = on),
  swallow: (count) => (swallowed = count),
  put,
  raw: ([event, data]) => publish(event, data),
  cut: () => [...streams].forEach((stream) => stream.destroy()),
  expire: () => {
    valid.clear();
    Object.assign(conversation, { started: false, messages: [], last_seq: 0 });
    orders.cut();
  },
  take: (rep) => {
    Object.assign(conversation, { owner: "rep", rep });
    publish("state", state());
  },
  say: (text) => put({ author: "rep", origin: "human", author_name: conversation.rep, text }),
};

function allow(request, response) {
  response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "null");
  response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID, X-Sokuo-Visitor");
  response.setHeader("Vary", "Origin");
}

function widget(request, response, name, body) {
  const { authorization, "x-sokuo-visitor": visitor, "last-event-id": since } = request.headers;
  calls.push({ call: name, body, authorization, visitor, since });
  const refused = refusals.findIndex(({ call }) => name.endsWith(call));
  if (refused >= 0) {
    const [{ status, ...error }] = refusals.splice(refused, 1);
    return json(response, status, { error: { code: "refused", message: "", kept: false, retry_after: null, ...error } });
  }
  const open = /consent|signals|sessions/.test(name);
  if (!open && !valid.has(authorization)) return json(response, 401, { error: { code: "no_session", message: "" } });
  return routes[name](request, response, body);
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  let text = "";
  for await (const chunk of request) text += chunk;
  const body = text && JSON.parse(text);
  if (pathname.startsWith("/v1/widget/")) {
    allow(request, response);
    if (request.method === "OPTIONS") return json(response, 204);
    return widget(request, response, `${request.method} ${pathname.slice("/v1/widget/".length)}`, body);
  }
  if (pathname === "/calls") return json(response, 200, calls);
  if (pathname === "/control") {
    for (const [order, value] of Object.entries(body)) orders[order](value);
    return json(response, 200, {});
  }
  if (pathname.startsWith("/static/widget/")) {
    response.writeHead(200, { "Content-Type": "text/javascript" });
    return response.end(readFileSync(new URL(pathname.split("/").at(-1), BUILT)));
  }
  return page(response, searchParams, server.address().port);
}

reset();
const server = createServer((request, response) => void answer(request, response));
server.listen(Number(process.argv[2] ?? 0), () => console.log(server.address().port));
