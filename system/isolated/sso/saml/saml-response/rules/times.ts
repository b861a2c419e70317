/** Whether an instant of a SAML response is over or to come, by our clock and with what two honest clocks may be apart. */
import type { Instant } from '../../instant.ts';
import type { ResponseFacts } from '../facts.ts';

/** How far two honest clocks may be apart. */
export const skewMs = 30_000;

/** An instant that is missing is neither. */
export const isOver = (instant: Instant, f: ResponseFacts): boolean => typeof instant === 'number' && f.expected.nowMs - skewMs >= instant;
export const isToCome = (instant: Instant, f: ResponseFacts): boolean => typeof instant === 'number' && f.expected.nowMs + skewMs < instant;
/** Whether a certificate counts at an instant; what verified with none is another rule's business. */
export const isInForce = (period: { readonly notBeforeMs: number; readonly notAfterMs: number } | undefined, nowMs: number): boolean =>
  period === undefined || (nowMs + skewMs >= period.notBeforeMs && nowMs - skewMs <= period.notAfterMs);
