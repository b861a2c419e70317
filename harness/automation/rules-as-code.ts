/** The customer's group rules, kept as code beside the cloud and activated from there; and what they would do, by an evaluation of the harness's own. */
import type { HrRecord } from './personnel.ts';
import { type Source, sourceOf } from './source.ts';

type Attribute = 'department' | 'title';
export type KeptCondition = { readonly attribute: Attribute; readonly is: string } | { readonly not: KeptCondition };
/** Groups by their names: ids are made in the cloud. */
export type KeptRule = {
  readonly name: string;
  readonly when: KeptCondition;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
};
export type KeptRules = readonly KeptRule[];

export const ruledGroup = 'Foundry';
const inFoundry: KeptCondition = { attribute: 'department', is: 'Foundry' };
/** Of two rules for one group the earlier one decides: the second stands there for whoever the first one leaves. */
const honestRules: KeptRules = [
  { name: 'foundry', when: inFoundry, add: [ruledGroup] },
  { name: 'nobody-else', when: inFoundry, remove: [ruledGroup] },
];

export type RulesAsCode = Source<KeptRules>;
export const rulesAsCode = (): RulesAsCode => sourceOf('the set of group rules', honestRules);

const holds = (condition: KeptCondition, person: HrRecord): boolean =>
  'not' in condition ? !holds(condition.not, person) : person[condition.attribute] === condition.is;

/** Who of these people is in a group by these rules: the first rule that names the group decides. */
export const membersBy = (rules: KeptRules, people: readonly HrRecord[], group = ruledGroup): readonly string[] =>
  people
    .filter((person) => {
      const decides = rules.find(({ when, add = [], remove = [] }) => [...add, ...remove].includes(group) && holds(when, person));
      return decides?.add?.includes(group) === true;
    })
    .map(({ user_name }) => user_name);
