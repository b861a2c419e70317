/** Every audit log of every world verifies to its anchor, by the code path that did not write it (G-04). */
import type { Checker } from './checker.ts';

export const theAuditChainIsWhole: Checker = {
  name: 'the-audit-chain-is-whole',
  claim: 'Every audit log is a whole chain, up to the newest record that is known',
  cites: ['G-04', 'NIST SP 800-53 AU-9(3)'],
  unit: 'records',
  look: ({ audits }) => ({
    examined: audits.reduce((records, audit) => records + audit.records, 0),
    findings: audits.filter(({ whole }) => !whole).map(({ log, problem = 'it does not verify' }) => `the log ${log}: ${problem}`),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    audits: [...evidence.audits, { log: 'canary', records: 0, whole: false, problem: 'planted' }],
  }),
};
