/** Judges a new issue, from our own form and with a title, and what somebody may do with one that is there (S4, I-10). Threats: somebody else's page that opens issues in a visitor's name; the id of another person's issue, guessed or found. OWASP API1:2023. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type FormFacts = { readonly formTokenMatches: boolean };
export const issueFormRules = [
  { code: 'tracker.issue.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenMatches },
] as const satisfies RuleTable<FormFacts>;

export type NewIssueFacts = { readonly title: string; readonly readers: string };
export const newIssueRules = [
  { code: 'tracker.issue.title-missing', cites: ['I-10'], holds: (f) => f.title.length > 0 && f.title.length <= 200 },
  { code: 'tracker.issue.readers-unknown', cites: ['I-10'], holds: (f) => f.readers === 'all' || f.readers === 'private' },
] as const satisfies RuleTable<NewIssueFacts>;

export type IssueFacts = { readonly exists: boolean; readonly visible: boolean; readonly own: boolean };
/** For whoever wants to see it. Outside both refusals are one: there is no such issue. */
export const issueRules = [
  { code: 'tracker.issue.unknown', cites: ['I-10'], holds: (f) => f.exists },
  { code: 'tracker.issue.not-visible', cites: ['I-10', 'NIST SP 800-53 AC-3'], holds: (f) => f.visible },
] as const satisfies RuleTable<IssueFacts>;
/** For whoever wants to close it. Asked after `issueRules`. */
export const ownIssueRules = [
  { code: 'tracker.issue.not-yours', cites: ['I-10', 'NIST SP 800-53 AC-3'], holds: (f) => f.own },
] as const satisfies RuleTable<IssueFacts>;

export type IssueRefusal =
  | CodeOf<typeof issueFormRules>
  | CodeOf<typeof newIssueRules>
  | CodeOf<typeof issueRules>
  | CodeOf<typeof ownIssueRules>;
