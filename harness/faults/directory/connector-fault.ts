/** Maker of the faults of a connector that believes something wrong: seen in its dry run, which lists what it would push. */
import type { Belief, Push } from '../../automation/index.ts';
import type { Fault } from '../fault.ts';

type ConnectorFault = Pick<Fault, 'name' | 'title' | 'meets'> & {
  change(honest: Belief): Belief;
  /** Whether these pushes, of a whole run, show it. */
  seen(pushes: readonly Push[]): boolean;
};

/** Absent only when the dry run shows what it shows on any day. */
export const connectorFault = ({ change, seen, ...described }: ConnectorFault): Fault => ({
  family: 'directory',
  means: 'automation',
  needs: [],
  shared: false,
  ...described,
  install: ({ automation: { connector } }) => connector.disturb(described.name, change),
  observe: async ({ automation: { connector } }) => {
    const pushes = connector.next();
    const isHonest = JSON.stringify(pushes) === JSON.stringify(connector.honestly());
    const detail = `the dry run shows ${pushes.length} pushes${isHonest ? '' : ', and others than on any day'}`;
    return { seen: !isHonest && seen(pushes) ? 'present' : isHonest ? 'absent' : 'unclear', detail };
  },
});
