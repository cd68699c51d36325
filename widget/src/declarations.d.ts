declare module "*.css" {
  const text: string;
  export default text;
}
/** The hash of what is loaded later: a new build is never answered from an old cache. */
declare const BUILD: string;

/** What a page sees of us; `granted` is left by a banner that speaks before the loader is here. */
interface Window {
  sokuo?: { granted?: boolean; consent?(granted: boolean): void; open?(): void };
}
