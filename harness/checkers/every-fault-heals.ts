/** What a scenario disturbed was whole again afterwards: else the verdicts of all later scenarios are about the fault of an earlier one. */
import type { Checker, Healing } from './checker.ts';

function unhealed({ fault, after, scenario }: Healing): readonly string[] {
  if (fault === undefined || after?.seen === 'absent') return [];
  return [after ? `${fault} was still seen after it was healed: ${after.detail}` : `nobody saw whether ${fault} of ${scenario} was gone`];
}
const isInstalled = ({ fault }: Healing): boolean => fault !== undefined;
/** A real fault, as if it had stayed; one that is made up, for a run without any. */
const stayed = (healings: readonly Healing[]): Healing => ({
  ...(healings.findLast(isInstalled) ?? { scenario: 'canary', fault: 'canary' }),
  after: { seen: 'present', detail: 'planted' },
});

export const everyFaultHeals: Checker = {
  name: 'every-fault-heals',
  claim: 'Every fault that was installed was gone after healing',
  cites: ['A-12'],
  unit: 'installed faults',
  look: ({ healings }) => ({ examined: healings.filter(isInstalled).length, outOf: healings.length, findings: healings.flatMap(unhealed) }),
  withCanary: (evidence) => ({
    ...evidence,
    healings: [...evidence.healings, stayed(evidence.healings)],
  }),
};
