/** What the loader hands to the files it loads later, on their own script element. */
export interface Boot {
  api: string;
  site: string;
  lang: "ja" | "en";
  root: ShadowRoot;
  /** The launcher and the consent question: out of sight while the panel is open. */
  corner: HTMLElement;
  launcher: HTMLButtonElement;
  /** "ask": the consent question is ours; otherwise the site's. */
  mode?: string;
  /** The version of the consent text that was shown. */
  consentVersion: string;
  /** What the visitor said last about page views. */
  granted?: boolean;
  /** The behaviour id; empty without recorded consent. */
  visitor: string;
}

export type BootScript = HTMLScriptElement & { boot: Boot };

/** Where the behaviour id is kept as "<id> <made at>", or "no" for a refusal of our own question. */
export const visitorKey = (site: string) => "sokuo.visitor." + site;

/** Set in a tab while its panel is open, so that the next page opens it again. */
export const openKey = (site: string) => "sokuo.open." + site;

/** The page, cut to what the server takes. */
export const here = () => ({ path: location.pathname.slice(0, 500), title: document.title.slice(0, 300) });
