/** One tab: what it shows, and the chains of requests by which it comes to show something else. */
import type { Framed, Sight, TrailStep } from '../agent.ts';
import { maxRedirects } from '../limits.ts';
import { answer, caught, type Load, policyOf, redirected, type Send, sentByItself } from './load.ts';
import { mayBeFramed } from './may-be-framed.ts';
import { type Initiator, visitorOf } from './request-headers.ts';
import { Unreachable } from './tunnel.ts';

export type Tab = {
  /** The document that it shows; undefined before the first. */
  present(): Initiator | undefined;
  /** Redirects are followed, and the last answer becomes the present document. */
  navigate(first: Load): Promise<Sight>;
};

export function openTab(send: Send): Tab {
  let present: Initiator | undefined;
  return {
    present: () => present,
    navigate: (first) => {
      const trail: TrailStep[] = [];
      const before: URL[] = [];
      let load = first;
      return caught(trail, async () => {
        for (;;) {
          const { response, step } = await send(load, before);
          trail.push(step);
          const led = redirected(load, response);
          if (!led) present = { url: load.url, referrerPolicy: policyOf(response) };
          const shown = answer(load.url, response, trail);
          const next = led ?? sentByItself(shown, present);
          if (!next) return shown;
          notTooMany(trail);
          // A page that sends itself begins a chain of its own.
          if (led) before.push(load.url);
          else before.length = 0;
          load = next;
        }
      });
    },
  };
}

/** What a script of a page asks for: its answer, wherever it leads. */
export async function called(send: Send, load: Load): Promise<Sight> {
  const trail: TrailStep[] = [];
  return caught(trail, async () => {
    const { response, step } = await send(load, []);
    trail.push(step);
    return answer(load.url, response, trail);
  });
}

/** Redirects are followed as in a tab; what stands in the frame is no present document. Throws `Unreachable`. */
export async function framedBy(send: Send, framer: URL, to: URL): Promise<Framed> {
  const trail: TrailStep[] = [];
  const before: URL[] = [];
  let load: Load = { method: 'GET', url: to, initiator: visitorOf(framer), purpose: { kind: 'frame' } };
  for (;;) {
    const { response, step } = await send(load, before);
    trail.push(step);
    const led = redirected(load, response);
    if (!led) return { to, shown: mayBeFramed(response.headers, { url: load.url, framer }) ? load.url : undefined, trail };
    notTooMany(trail);
    before.push(load.url);
    load = led;
  }
}

function notTooMany(trail: readonly TrailStep[]): void {
  if (trail.length > maxRedirects) throw new Unreachable('other', `more than ${maxRedirects} redirects`);
}
