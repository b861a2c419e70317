/** The way between two hosts as somebody holds it in their hands. */
import type { Outcome } from '../verdict/results.ts';
import type { Product } from './session-acts.ts';

/** What a browser carries on the way: the one-time code and the state in its address, and the cookie by which the host knows the browser that began. */
export type HandOver = { readonly code: string; readonly state: string; readonly cookie: string };

export type HandOverCarrier = {
  /** From the front page of the tracker, as far as the address that would redeem it. No act. Throws when whoever it is has no living sign-on. */
  take(): Promise<HandOver>;
  /** Brings these three to a product's host, the tracker unless told otherwise: by one request, which is not followed. */
  bring(handOver: HandOver, to?: Product): Promise<Outcome>;
};
