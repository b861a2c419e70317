/** Makers of the faults of what the customer's automation hands on to the cloud: disturbed at its source, and seen in what comes out of it. */
import type { FileSeen, HrExport, HrRecord, KeptRules } from '../../automation/index.ts';
import { fileOf, membersBy } from '../../automation/index.ts';
import type { Sighting } from '../../idp-probe/symptom.ts';
import type { Fault } from '../fault.ts';

type Described = Pick<Fault, 'name' | 'title' | 'meets'>;

const common = { family: 'directory', means: 'automation', needs: [], shared: false } as const;
/** Absent only when what is seen is what comes on any day. */
const sightOf = (isTheFault: boolean, isHonest: boolean, detail: string): Sighting => ({
  seen: isTheFault ? 'present' : isHonest ? 'absent' : 'unclear',
  detail,
});

type FeedFault = Described & { change(honest: HrExport): HrExport; seen(file: FileSeen, honest: readonly HrRecord[]): boolean };

/** A feed that comes out wrong; seen by asking for the file as the cloud does. */
export const feedFault = ({ change, seen, ...described }: FeedFault): Fault => ({
  ...common,
  ...described,
  install: ({ automation: { personnel } }) => personnel.disturb(described.name, change),
  observe: async ({ automation: { personnel } }) => {
    const file = await personnel.pull();
    if ('failed' in file) return { seen: 'unclear', detail: `no file came: ${file.failed.kind}` };
    const detail = `answered ${file.status} with ${file.rows.length} people`;
    const isHonest = file.status === 200 && file.text === Buffer.from(fileOf(personnel.honest)).toString('utf8');
    return sightOf(!isHonest && seen(file, personnel.honest.people), isHonest, detail);
  },
});

type RulesFault = Described & {
  change(honest: KeptRules): KeptRules;
  /** `members` by the rules as they are kept now. */
  seen(rules: KeptRules, members: readonly string[], everybody: readonly string[]): boolean;
};

/** A set of group rules that is wrong where it is kept; seen in whom it would put into their group, by an evaluation of the harness's own. */
export const rulesFault = ({ change, seen, ...described }: RulesFault): Fault => ({
  ...common,
  ...described,
  install: ({ automation: { rules } }) => rules.disturb(described.name, change),
  observe: async ({ automation: { rules, personnel } }) => {
    const { people } = personnel.honest;
    const members = membersBy(rules.now(), people);
    const everybody = people.map(({ user_name }) => user_name);
    const detail = `${rules.now().length} rules, by which ${members.length} of ${everybody.length} people are in the group`;
    const isHonest = JSON.stringify(rules.now()) === JSON.stringify(rules.honest);
    return sightOf(!isHonest && seen(rules.now(), members, everybody), isHonest, detail);
  },
});
