/** Every zone lived to the end of the run and told all that its observers heard: silence of a zone that is gone proves nothing (S1, S13). */
import type { Checker } from './checker.ts';

/** There nothing can end alone, and nothing is told from afar: such a run cannot fail here. */
const inOneProcess = 'zones: all in one process, where none can end or fall silent alone; a run with --processes has one for each zone';

export const everyZoneIsHeard: Checker = {
  name: 'every-zone-is-heard',
  claim: 'Every zone ran to the end of the run, and told all that its observers heard',
  cites: ['S1', 'S13'],
  unit: 'zones',
  look: ({ zones: { opened, silences }, zonesApart }) => ({
    examined: opened.length,
    findings: silences,
    ...(zonesApart ? {} : { evidence: false, note: inOneProcess }),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    zones: { ...evidence.zones, silences: [...evidence.zones.silences, 'the process of zone canary ended with SIGKILL'] },
  }),
};
