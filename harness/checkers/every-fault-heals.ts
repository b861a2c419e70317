/** What a scenario disturbed was whole again afterwards: else the verdicts of all later scenarios are about the fault of an earlier one. */
import type { Checker, Healing } from './checker.ts';

const unhealed = ({ fault, after }: Healing): readonly string[] =>
  fault !== undefined && after !== undefined && after.seen !== 'absent'
    ? [`${fault} was still seen after it was healed: ${after.detail}`]
    : [];

export const everyFaultHeals: Checker = {
  name: 'every-fault-heals',
  claim: 'Every fault that was installed was gone after healing',
  cites: ['A-12'],
  unit: 'scenarios',
  look: ({ healings }) => ({ examined: healings.length, findings: healings.flatMap(unhealed) }),
  withCanary: (evidence) => ({
    ...evidence,
    healings: [...evidence.healings, { scenario: 'canary', fault: 'canary', after: { seen: 'present', detail: 'planted' } }],
  }),
};
