/** Judges "no packet toward the identity provider" by several observers at once: its fault proxy, the name table, and the guards over this process (S13). */
import type { AcceptedConnection } from '../fault-proxy/proxy.ts';
import { type NetworkName, networks } from '../fixtures/fixtures.ts';
import type { Lookup } from '../network/names.ts';
import type { NameGuard } from './name-guard.ts';
import type { SocketGuard } from './socket-guard.ts';

/** What was heard toward the watched hosts. Silent means that `noise` is 0. */
export type Heard = {
  /** Connections that the fault proxy accepted, whatever it did with them. */
  readonly connections: number;
  /** Questions for a watched name: at the world's table, and past it. */
  readonly lookups: number;
  /** Client sockets that no declared way out opened, to wherever they went. */
  readonly undeclaredSockets: number;
  /** Sockets that a declared way out opened: no noise, but proof that the guard listens. */
  readonly declaredSockets: number;
  /** The first three counts together. */
  readonly noise: number;
  /** One line for each piece of noise, for people. */
  readonly evidence: readonly string[];
};

/** Both ends are included; milliseconds since the epoch, real time. Without an end: until now. */
export type Span = { readonly fromMs: number; readonly toMs?: number };

export type Silence = {
  /** Begins a span now; `heard` tells what came since, as often as asked. */
  since(): { heard(): Heard };
  /** The same for a span of the past, such as that of an operation in the history. */
  heard(span: Span): Heard;
};

export type SilenceOptions = {
  /** Hosts that nobody may speak to. */
  readonly hosts: readonly string[];
  readonly connections: readonly AcceptedConnection[];
  readonly lookups: readonly Lookup[];
  readonly sockets: SocketGuard;
  readonly names: NameGuard;
  /** Networks whose traffic is not the system's or its users': the harness's own observers. */
  readonly except?: readonly NetworkName[];
  readonly now?: () => number;
};

/** All observers must stamp with the same real-time clock. */
export function createSilence(options: SilenceOptions): Silence {
  const noted = (): Notes => ({
    connections: options.connections,
    lookups: options.lookups,
    asked: options.names.asked,
    undeclared: options.sockets.undeclared,
    declared: options.sockets.declared,
  });
  return {
    heard({ fromMs, toMs = Number.POSITIVE_INFINITY }) {
      return summed(
        options,
        narrowed(noted(), (notes) => notes.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs)),
      );
    },
    since() {
      const marks = narrowed(noted(), (notes) => [...notes]);
      return {
        heard: () =>
          summed(
            options,
            narrowed(noted(), (notes, kind) => notes.slice(marks[kind].length)),
          ),
      };
    },
  };
}

/** What the observers wrote down. */
type Notes = {
  readonly connections: readonly AcceptedConnection[];
  readonly lookups: readonly Lookup[];
  readonly asked: NameGuard['asked'];
  readonly undeclared: SocketGuard['undeclared'];
  readonly declared: SocketGuard['declared'];
};

type Narrow = <Note extends { readonly atMs: number }>(notes: readonly Note[], kind: keyof Notes) => readonly Note[];

const narrowed = (notes: Notes, narrow: Narrow): Notes => ({
  connections: narrow(notes.connections, 'connections'),
  lookups: narrow(notes.lookups, 'lookups'),
  asked: narrow(notes.asked, 'asked'),
  undeclared: narrow(notes.undeclared, 'undeclared'),
  declared: narrow(notes.declared, 'declared'),
});

function summed({ hosts, except = ['probe'] }: SilenceOptions, notes: Notes): Heard {
  const ours = new Set<string>(except.flatMap((network) => [network, networks[network]]));
  const connections = notes.connections
    .filter(({ source }) => !ours.has(source))
    .map(({ source, mode }) => `a connection from ${source} (${mode})`);
  const inTable = notes.lookups
    .filter(({ name, by }) => hosts.includes(name) && !ours.has(by))
    .map(({ name, by }) => `${name} looked up from ${by}`);
  const past = notes.asked
    .filter(({ name }) => hosts.includes(plainName(name)))
    .map(({ name }) => `${name} looked up past the world's table`);
  const sockets = notes.undeclared.map(({ stack }) => `a socket that no declared way out opened: ${stack}`);
  const lookups = [...inTable, ...past];
  return {
    connections: connections.length,
    lookups: lookups.length,
    undeclaredSockets: sockets.length,
    declaredSockets: notes.declared.length,
    noise: connections.length + lookups.length + sockets.length,
    evidence: [...connections, ...lookups, ...sockets],
  };
}

/** Without case and without the root's dot. */
const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');
