/** Stands in front of the identity provider on its public name, and breaks in one chosen way at a time. Every change cuts all connections and moves to a new listener. */

import type { CertificateDeviation } from '../authority/deviating-leaf.ts';
import type { Undo } from '../idp/driver.ts';
import { modeSwitch } from './mode-switch.ts';
import { movableListener, type Whereabouts } from './movable-listener.ts';
import { listenersFor } from './proxy-listeners.ts';
import type { FaultProxyOptions } from './proxy-options.ts';
import { type Slowness, slowness } from './slowness.ts';

export type FaultProxyMode = 'honest' | 'refused' | 'black-hole' | 'slow' | 'answering' | 'other-certificate' | 'name-gone' | 'closed';
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
  const make = listenersFor(options, (source, atMs) => connections.push({ source, atMs, mode: modes.now() }));
  const modes = modeSwitch<FaultProxyMode>(`the fault proxy of ${host}`, async () => listener.moveTo(await make.honest()));
  const enter = (mode: FaultProxyMode, next: () => Promise<Whereabouts>): Promise<Undo> =>
    modes.enter(mode, async () => listener.moveTo(await next()));

  await listener.moveTo(await make.honest());
  return {
    host,
    connections,
    mode: modes.now,
    refuse: () => enter('refused', async () => 'nobody'),
    blackHole: () => enter('black-hole', make.silent),
    slow: (how = {}) => enter('slow', () => make.slow(slowness(how, random))),
    answer: (status) => enter('answering', () => make.answering(status)),
    presentCertificate: (deviation) => enter('other-certificate', () => make.presenting(deviation)),
    withdrawName: () => enter('name-gone', async () => 'nowhere'),
    cut: listener.cut,
    close: () => {
      modes.stay('closed');
      return listener.moveTo('nowhere');
    },
  };
}
