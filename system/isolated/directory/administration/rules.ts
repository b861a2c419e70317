/** Judges what an org admin asks of the directory, after AdminHub has let them in (S10, N-08). Whether the form was theirs is judged before, by AdminHub. Threats: a name that hides what it names; a wish about somebody who is not there any more. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type AdministrationFacts = {
  /** The person, group, connector or held change is there. */
  readonly found: boolean;
  /** Where a name is given: written as names of its kind are, and free. */
  readonly nameUsable: boolean;
};

export const administrationRules = [
  { code: 'directory.administration.name-malformed', cites: ['N-07'], holds: (f) => f.nameUsable },
  { code: 'directory.administration.not-found', cites: ['S10'], holds: (f) => f.found },
] as const satisfies RuleTable<AdministrationFacts>;
export type AdministrationRefusal = CodeOf<typeof administrationRules>;
