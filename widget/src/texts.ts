/** The words of the panel in both languages. */
import en from "./texts/en.json";
import ja from "./texts/ja.json";

export type Texts = typeof ja;

export const textsFor = (lang: "ja" | "en"): Texts => (lang == "ja" ? ja : en);

/** "{n} left" with n = 3 → "3 left". */
export const fill = (text: string, places: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, place) => String(places[place]));
