/** When a certificate's end is worth a word: before it bites (C-03). */
const dayMs = 86_400_000;
/** Long enough to have a new certificate made, tested and added. */
export const warnedDays = 30;

/** Whole days that are left, rounded down. */
export const endingOf = (notAfterMs: number, nowMs: number): 'over' | 'later' | { readonly days: number } => {
  const days = Math.floor((notAfterMs - nowMs) / dayMs);
  return notAfterMs <= nowMs ? 'over' : days >= warnedDays ? 'later' : { days };
};
