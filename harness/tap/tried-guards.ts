/** Guards that were seen to hear: each is given one thing to find, at every start, before anything that counts happens. A deaf guard would make every silence true. */
import { lookup } from 'node:dns';
import { connect } from 'node:net';
import { type NameGuard, startNameGuard } from './name-guard.ts';
import { type SocketGuard, startSocketGuard } from './socket-guard.ts';

export type Guards = { readonly sockets: SocketGuard; readonly names: NameGuard };

/** RFC 6761 §6.4: a name that never exists. */
const nobody = 'canary.invalid';

/** Starts both guards, with nothing heard yet. Throws when one of them did not hear what it was given. */
export function startTriedGuards(): Guards {
  const tried = { sockets: startSocketGuard(), names: startNameGuard() };
  // Nothing listens on this port of the loopback, and nobody declared the attempt.
  const raw = connect({ host: '127.0.0.1', port: 1 });
  raw.on('error', () => {});
  raw.destroy();
  lookup(nobody, () => {});
  const deaf = [
    ...(tried.sockets.undeclared.length === 0 ? ['sockets'] : []),
    ...(tried.names.asked.some(({ name }) => name === nobody) ? [] : ['names']),
  ];
  tried.names.stop();
  tried.sockets.stop();
  if (deaf.length > 0) throw new Error(`the guard over ${deaf.join(' and ')} does not hear: no claim of silence can be made`);
  return { sockets: startSocketGuard(), names: startNameGuard() };
}
