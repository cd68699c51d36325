/** Outlines from Lucide (ISC licence), always beside a text or with a label on their button. */
const outline = (path: string) => () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
    <path d={path} stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);

export const Close = outline("M18 6 6 18M6 6l12 12");
export const Check = outline("M20 6 9 17l-5-5");
export const Clock = outline("M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0");
export const Person = outline("M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0");
export const Send = outline("m5 12 7-7 7 7M12 19V5");
export const Down = outline("M12 5v14M19 12l-7 7-7-7");
