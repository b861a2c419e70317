/** Judges what an org admin asks of the directory, after AdminHub has let them in (S10, N-08). Threats: a form of somebody else; a role by any other way than this one; a connector that names an address of its own as who vouches. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type AdministrationFacts = {
  readonly formTokenRight: boolean;
  /** What is to be done is one of the words that are known for it. */
  readonly actionKnown: boolean;
  /** The person, connector or held change is there. */
  readonly found: boolean;
  /** Letters, digits and hyphens, where a name is given. */
  readonly nameUsable: boolean;
};

export const administrationRules = [
  { code: 'directory.administration.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
  { code: 'directory.administration.action-unknown', cites: ['B-11'], holds: (f) => f.actionKnown },
  { code: 'directory.administration.name-malformed', cites: ['N-07'], holds: (f) => f.nameUsable },
  { code: 'directory.administration.not-found', cites: ['S10'], holds: (f) => f.found },
] as const satisfies RuleTable<AdministrationFacts>;
export type AdministrationRefusal = CodeOf<typeof administrationRules>;
