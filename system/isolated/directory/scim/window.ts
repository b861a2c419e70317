/** What one connector took away lately, and how often it was refused: SCIM pushes one person at a time, so that a mass is only seen over a while (N-07). */
import type { Clock, Store } from '../../../kernel/ports.ts';
import type { Earlier, Loss } from '../mass-change/measure.ts';

export const windowMs = 60 * 60_000;

export type Window = {
  earlier(connector: string): Earlier;
  note(connector: string, loss: Loss & { readonly orgAdminsLost: number }): void;
  /** One of its pushes, by the reference of the request, was refused. */
  noteRefused(connector: string, reference: string): void;
  refused(connector: string): number;
  /** Forgets what is older than the window; says whether there was any. */
  forgetOld(connector: string): boolean;
  forgetAll(connector: string): void;
  /** What it did within the window: whom it suspended or removed, whom it changed, and whom it took out of which group. */
  taken(connector: string): Readonly<Record<'suspended' | 'changed' | 'membershipsLost', readonly Taken[]>>;
};
export type Taken = { readonly subject: string /** Where it is about one. */; readonly group?: string; readonly atMs: number };

const kinds = ['suspended', 'changed', 'membershipsLost', 'orgAdminsLost', 'refused'] as const;
type Kind = (typeof kinds)[number];
const collection = (connector: string, kind: Kind): string => `directory.window ${kind} ${connector}`;

export function windowIn(store: Store, clock: Clock): Window {
  const forget = (connector: string, beforeMs: number): boolean => {
    let any = false;
    for (const kind of kinds)
      for (const { key, value } of store.list<number>(collection(connector, kind)))
        if (value < beforeMs) {
          store.delete(collection(connector, kind), key);
          any = true;
        }
    return any;
  };
  const taken = (connector: string, kind: Kind): readonly Taken[] =>
    store.list<number>(collection(connector, kind)).flatMap(({ key, value: atMs }) => {
      const [subject = '', group] = key.split(' ').toReversed();
      return atMs < clock.now() - windowMs ? [] : [{ subject, atMs, ...(group === undefined ? {} : { group }) }];
    });
  const put = (connector: string, kind: Kind, keys: Iterable<string>): void => {
    for (const key of keys) store.put(collection(connector, kind), key, clock.now());
  };
  return {
    earlier: (connector) => ({
      suspended: store.count(collection(connector, 'suspended')),
      changed: store.count(collection(connector, 'changed')),
      membershipsLost: store.count(collection(connector, 'membershipsLost')),
      orgAdminsLost: store.count(collection(connector, 'orgAdminsLost')),
    }),
    note: (connector, { suspended, changed, membershipsLost, orgAdminsLost }) => {
      put(connector, 'suspended', suspended);
      put(connector, 'changed', changed);
      put(connector, 'membershipsLost', membershipsLost);
      put(connector, 'orgAdminsLost', orgAdminsLost > 0 ? suspended : []);
    },
    noteRefused: (connector, reference) => put(connector, 'refused', [reference]),
    refused: (connector) => store.count(collection(connector, 'refused')),
    forgetOld: (connector) => forget(connector, clock.now() - windowMs),
    forgetAll: (connector) => void forget(connector, Number.POSITIVE_INFINITY),
    taken: (connector) => ({
      suspended: taken(connector, 'suspended'),
      changed: taken(connector, 'changed'),
      membershipsLost: taken(connector, 'membershipsLost'),
    }),
  };
}
