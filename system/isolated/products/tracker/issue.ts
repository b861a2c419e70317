/** Judges a new issue: from our own form, and with a title (S4, I-10). Threat: somebody else's page that opens issues in a visitor's name. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type NewIssueFacts = { readonly formTokenMatches: boolean; readonly title: string };

export const newIssueRules = [
  { code: 'tracker.issue.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenMatches },
  { code: 'tracker.issue.title-missing', cites: ['I-10'], holds: (f) => f.title.length > 0 && f.title.length <= 200 },
] as const satisfies RuleTable<NewIssueFacts>;
export type NewIssueRefusal = CodeOf<typeof newIssueRules>;
