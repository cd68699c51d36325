/** What the loader hands to the files it loads later, on their own script element. */
export interface Boot {
  /** The attributes of the loader's element: see README.md. */
  data: DOMStringMap;
  site: string;
  lang: "ja" | "en";
  root: ShadowRoot;
  /** Its parent holds the consent question too, and is out of sight while the panel is open. */
  launcher: HTMLButtonElement;
  /** What the visitor said last about page views. */
  granted?: boolean;
  /** The behaviour id; none without recorded consent. */
  visitor?: string;
  /** Draws the open panel anew: `visitor` has changed. */
  redraw?: () => void;
}

export type BootScript = HTMLScriptElement & { boot: Boot };

/**
 * Where the behaviour id is kept as "<id> <made at>"; "no" for a refusal of our own question; "no <id>" until the server
 * has heard of a withdrawal. The loader compares: "no" < "no sbv_…" < "sbv_…".
 */
export const visitorKey = (site: string) => "sokuo.visitor." + site;

/** Where the conversation is kept as "<used at> <JSON>"; the loader drops it a day later. */
export const chatKey = (site: string) => "sokuo.chat." + site;

/** Set in a tab while its panel is open, so that the next page opens it again. */
export const openKey = (site: string) => "sokuo.open." + site;

/** Global Privacy Control or Do Not Track: the answer is no, whoever asks. */
export const objects = () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack == "1";

/** The page, cut to what the server takes. */
export const here = () => ({ path: location.pathname.slice(0, 500), title: document.title.slice(0, 300) });
