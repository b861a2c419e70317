/** Stands in front of the identity provider on its public name, and breaks in one chosen way at a time. Every change cuts all connections and moves to a new listener. */

import type { CertificateDeviation } from '../authority/deviating-leaf.ts';
import type { Undo } from '../idp/driver.ts';
import { listenersFor } from './listeners.ts';
import type { Misbehaviour } from './misbehaving-listeners.ts';
import { AlreadyDisturbed, modeSwitch } from './mode-switch.ts';
import { movableListener, type Whereabouts } from './movable-listener.ts';
import type { FaultProxyOptions } from './options.ts';
import { type Rewriter, type RewrittenAnswer, rewritersOf } from './rewriting/rewriters.ts';
import { type Slowness, slowness } from './slowness.ts';

export type FaultProxyMode =
  | 'honest'
  | 'refused'
  | 'black-hole'
  | 'slow'
  | 'answering'
  | 'other-certificate'
  | 'rewriting'
  | Misbehaviour
  | 'name-gone'
  | 'closed';
/** One accepted connection: who came, and what the proxy was then. */
export type AcceptedConnection = { readonly source: string; readonly atMs: number; readonly mode: FaultProxyMode };

/** Each mode's function resolves once the mode is in force; its `Undo`, which may be called twice, once the proxy is honest again. A second mode at the same time is refused. */
export type FaultProxy = {
  readonly host: string;
  mode(): FaultProxyMode;
  /** Every connection accepted since the start, also under a fault. A refused one was never accepted: see the name table's look-ups. */
  readonly connections: readonly AcceptedConnection[];
  /** Nothing listens. */
  refuse(): Promise<Undo>;
  /** Accepts connections and never says a byte, not even TLS. */
  blackHole(): Promise<Undo>;
  /** Answers rightly, but late. */
  slow(slowness?: Partial<Slowness>): Promise<Undo>;
  /** Answers every request with this status. */
  answer(status: number): Promise<Undo>;
  presentCertificate(deviation: CertificateDeviation): Promise<Undo>;
  /** Takes connections and treats them badly. `elsewhere`: the name leads to another host, which is not counted here. */
  misbehave(how: Misbehaviour): Promise<Undo>;
  /** Changes answers of one kind, on whatever connection they travel: `rewriting` as long as there is any rewriter. One for each kind, and none beside another fault. */
  rewrite(rewriter: Rewriter): Undo;
  /** Every answer that left changed since the start. */
  readonly rewritten: readonly RewrittenAnswer[];
  /** The name does not exist. */
  withdrawName(): Promise<Undo>;
  /** Cuts what is open without any fault. */
  cut(): void;
  /** Stops for good; the name goes, too. */
  close(): Promise<void>;
};

/** Starts honest, with its name in the table. Call it outside `opening(…)`. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { host, random } = options;
  const connections: AcceptedConnection[] = [];
  const listener = movableListener(host, options.names);
  const rewriters = rewritersOf(host, options.now ?? Date.now);
  const mode = (): FaultProxyMode => (rewriters.active() ? 'rewriting' : modes.now());
  const accepted = (source: string, atMs: number): void => void connections.push({ source, atMs, mode: mode() });
  const make = listenersFor(options, { rewriters, accepted });
  const modes = modeSwitch<FaultProxyMode>(`the fault proxy of ${host}`, async () => listener.moveTo(await make.honest()));
  const enter = async (wanted: FaultProxyMode, next: () => Promise<Whereabouts>): Promise<Undo> => {
    if (rewriters.active()) throw new AlreadyDisturbed(`the fault proxy of ${host}`, 'rewriting', wanted);
    return modes.enter(wanted, async () => listener.moveTo(await next()));
  };
  const rewrite = (rewriter: Rewriter): Undo => {
    if (modes.now() !== 'honest') throw new AlreadyDisturbed(`the fault proxy of ${host}`, modes.now(), 'rewriting');
    return rewriters.add(rewriter);
  };

  await listener.moveTo(await make.honest());
  return {
    host,
    connections,
    mode,
    rewrite,
    rewritten: rewriters.rewritten,
    refuse: () => enter('refused', async () => 'nobody'),
    blackHole: () => enter('black-hole', make.silent),
    slow: (how = {}) => enter('slow', () => make.slow(slowness(how, random))),
    answer: (status) => enter('answering', () => make.answering(status)),
    presentCertificate: (deviation) => enter('other-certificate', () => make.presenting(deviation)),
    misbehave: (how) => enter(how, () => make.misbehaving(how)),
    withdrawName: () => enter('name-gone', async () => 'nowhere'),
    cut: listener.cut,
    close: () => {
      modes.stay('closed');
      return listener.moveTo('nowhere');
    },
  };
}
