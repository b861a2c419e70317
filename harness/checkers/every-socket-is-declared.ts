/** No client socket was opened but by a declared way out, here or in any zone (S13, I-01). */
import type { Checker } from './checker.ts';

export const everySocketIsDeclared: Checker = {
  name: 'every-socket-is-declared',
  claim: 'Every client socket of the harness and of the zones was opened by a declared way out',
  cites: ['S13', 'I-01'],
  unit: 'sockets',
  // The declared ones show that the guard hears at all: a guard that heard none has examined nothing.
  look: ({ sockets: { declared, undeclared } }) => ({
    examined: declared.length,
    findings: undeclared.map(({ stack }) => `a socket that no declared way out opened: ${stack}`),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    sockets: { ...evidence.sockets, undeclared: [...evidence.sockets.undeclared, { atMs: 0, stack: 'planted' }] },
  }),
};
