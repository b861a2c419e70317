/** Hears of every client socket that this process opens, and of who opened it: what no declared way out has opened is a leak (S13). */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { currentOpener } from '../network/opener.ts';

/** `stack` names our own frames, nearest first. */
export type UndeclaredSocket = { readonly atMs: number; readonly stack: string };
export type DeclaredSocket = { readonly atMs: number; readonly opener: string };

export type SocketNotes = { readonly undeclared: readonly UndeclaredSocket[]; readonly declared: readonly DeclaredSocket[] };

export type SocketGuard = {
  /** Sockets that were opened outside `opening(…)`. */
  readonly undeclared: readonly UndeclaredSocket[];
  /** All others: what shows that the guard does hear. */
  readonly declared: readonly DeclaredSocket[];
  /** Takes in what the guard of another process of ours has heard. */
  add(notes: SocketNotes): void;
  /** What was heard since this was last asked: for whoever tells it on. */
  taken(): SocketNotes;
  stop(): void;
};

/**
 * Starts hearing: net, tls, http, fetch and undici, also attempts that come to nothing. Pipes to child processes are no client sockets and are not heard.
 *
 * Who opened a socket is known by asynchronous context, which has one trap: a server hands the context in which `listen` was called to all its handlers.
 * Start servers outside `opening(…)`, or everything that they ever open counts as declared.
 */
export function startSocketGuard(now: () => number = Date.now): SocketGuard {
  const undeclared: UndeclaredSocket[] = [];
  const declared: DeclaredSocket[] = [];
  const hear = (): void => {
    const opener = currentOpener();
    if (opener === undefined) undeclared.push({ atMs: now(), stack: callers() });
    else declared.push({ atMs: now(), opener });
  };
  subscribe('net.client.socket', hear);
  const seen = { undeclared: 0, declared: 0 };
  return {
    undeclared,
    declared,
    add: (notes) => {
      undeclared.push(...notes.undeclared);
      declared.push(...notes.declared);
    },
    taken: () => {
      const notes = { undeclared: undeclared.slice(seen.undeclared), declared: declared.slice(seen.declared) };
      Object.assign(seen, { undeclared: undeclared.length, declared: declared.length });
      return notes;
    },
    stop: () => void unsubscribe('net.client.socket', hear),
  };
}

const framesKept = 6;

/** The frames outside Node itself and outside this file. */
function callers(): string {
  const held: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  Error.captureStackTrace(held, callers);
  Error.stackTraceLimit = limit;
  const frames = (held.stack ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().replace(/^at /, ''));
  const ours = frames.filter((frame) => !/\bnode:|diagnostics_channel|socket-guard\.ts/.test(frame));
  return ours.slice(0, framesKept).join(' < ') || frames.slice(0, framesKept).join(' < ');
}
