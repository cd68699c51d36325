/** The shapes of docs/live-protocol.md. */
export interface Citation {
  n: number;
  title: string;
  url: string;
  lang: string;
}

export interface QuickReply {
  id: string;
  label: string;
}

export interface Message {
  id: string;
  seq: number;
  changed_seq: number;
  direction: "inbound" | "outbound";
  author: "contact" | "assistant" | "rep" | "system";
  origin: "human" | "ai" | "template";
  kind: "opener" | "reply" | "note" | "handoff";
  state: "streaming" | "final";
  text: string;
  author_name: string | null;
  client_id: string | null;
  at: string;
  citations: Citation[];
  quick_replies: QuickReply[];
}

export interface Delta {
  id: string;
  index: number;
  text: string;
}

export interface Ownership {
  owner: "assistant" | "rep" | "nobody";
  rep?: string | null;
  lang: string;
}

export interface Session {
  token: string;
  greeting: string;
  notice: { text: string; version: string };
  company: string;
  quick_replies: QuickReply[];
}

export interface Conversation extends Ownership {
  last_seq: number;
  messages: Message[];
}
