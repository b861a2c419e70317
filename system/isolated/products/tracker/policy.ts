/** The rule tables of the tracker, as one value. */

import { type ContextFacts, contextRules } from '../../../kernel/context-rules.ts';
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';
import {
  type FormFacts,
  type IssueFacts,
  type IssueRefusal,
  issueFormRules,
  issueRules,
  type NewIssueFacts,
  newIssueRules,
  ownIssueRules,
} from './issue.ts';
import { type MayRead, mayRead } from './stored-issues.ts';

const trackerContextRules = contextRules('tracker');
export type TrackerRefusal = CodeOf<typeof trackerContextRules> | IssueRefusal;

export type TrackerPolicy = {
  readonly context: RuleTable<ContextFacts>;
  readonly form: RuleTable<FormFacts>;
  readonly newIssue: RuleTable<NewIssueFacts>;
  readonly issue: RuleTable<IssueFacts>;
  readonly ownIssue: RuleTable<IssueFacts>;
  /** What lists, streams and single issues all ask. */
  readonly mayRead: MayRead;
};
export const releasedTrackerPolicy: TrackerPolicy = Object.freeze({
  context: Object.freeze(trackerContextRules),
  form: Object.freeze(issueFormRules),
  newIssue: Object.freeze(newIssueRules),
  issue: Object.freeze(issueRules),
  ownIssue: Object.freeze(ownIssueRules),
  mayRead,
});
