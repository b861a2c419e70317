/** Every zone lived to the end of the run and told all that its observers heard: silence of a zone that is gone proves nothing (S1, S13). */
import type { Checker } from './checker.ts';

export const everyZoneIsHeard: Checker = {
  name: 'every-zone-is-heard',
  claim: 'Every zone ran to the end of the run, and told all that its observers heard',
  cites: ['S1', 'S13'],
  unit: 'zones',
  look: ({ zones: { opened, silences } }) => ({ examined: opened.length, findings: silences }),
  withCanary: (evidence) => ({
    ...evidence,
    zones: { ...evidence.zones, silences: [...evidence.zones.silences, 'the process of zone canary ended with SIGKILL'] },
  }),
};
