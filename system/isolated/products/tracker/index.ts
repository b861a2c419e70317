/** The product `tracker`: issues of one cloud, shown to whoever a valid user context token names, and to nobody else (I-09, I-10). */
import {
  type Answer,
  jsonAnswer,
  type OpenSocket,
  pageAnswer,
  redirectAnswer,
  streamAnswer,
  webSocketAnswer,
} from '../../../kernel/answer.ts';
import { contextActions } from '../../../kernel/context-actions.ts';
import { contextVerifier } from '../../../kernel/context-verifier.ts';
import type { AuditLog, Clock, Log, Random, Store } from '../../../kernel/ports.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';
import { formToken, sameSecret } from '../../../kernel/secret-handle.ts';
import type { Service, ServiceRequest } from '../../../kernel/service.ts';
import { type ContextFacts, type ContextIssuer, contextRules, type VerifiedContext } from '../../../kernel/tokens.ts';
import { type NewIssueFacts, type NewIssueRefusal, newIssueRules } from './issue.ts';
import { asEvent, type OpenedIssue, openedIssues } from './opened-issues.ts';
import { issuesPage, refusedPage } from './pages.ts';

const trackerContextRules = contextRules('tracker');
export type TrackerRefusal = CodeOf<typeof trackerContextRules> | NewIssueRefusal;

export type TrackerPolicy = {
  readonly context: RuleTable<ContextFacts>;
  readonly newIssue: RuleTable<NewIssueFacts>;
};
export const releasedTrackerPolicy: TrackerPolicy = Object.freeze({
  context: Object.freeze(trackerContextRules),
  newIssue: Object.freeze(newIssueRules),
});

export type TrackerParts = {
  readonly cloud: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly issuers: readonly ContextIssuer[];
  readonly policy: TrackerPolicy;
};
type Issue = { readonly title: string; readonly owner: string; readonly openedAtMs: number };

/** Issues that a new cloud comes with. */
export function seedTracker(store: Store, clock: Clock): void {
  const titles = [
    'Renew the certificate of the mail relay',
    'Write down who holds the second hardware key',
    'Rehearse the day the identity provider fails',
  ];
  for (const [index, title] of titles.entries())
    store.put<Issue>('tracker.issue', String(index + 1), { title, owner: 'u-provisioning', openedAtMs: clock.now() });
}

export function createTracker(parts: TrackerParts): Service {
  const verify = contextVerifier({
    product: 'tracker',
    cloud: parts.cloud,
    issuers: parts.issuers,
    clock: parts.clock,
    table: parts.policy.context,
  });
  const formKey = parts.random.bytes(32);
  const opened = openedIssues();
  const issues = () => parts.store.list<Issue>('tracker.issue');
  const list = (who: VerifiedContext): Answer => {
    const shown = issues().map(({ key, value }) => ({ number: key, title: value.title, own: value.owner === who.sub }));
    return pageAnswer(issuesPage(parts.cloud, shown, formToken(formKey, who.sid)));
  };

  const create = (who: VerifiedContext, { form }: ServiceRequest): Answer => {
    const title = (form.title ?? '').trim();
    demand(parts.policy.newIssue, { title, formTokenMatches: sameSecret(form['form-token'] ?? '', formToken(formKey, who.sid)) });
    const next = Math.max(0, ...issues().map(({ key }) => Number(key))) + 1;
    const issue: Issue = { title, owner: who.sub, openedAtMs: parts.clock.now() };
    const effect = (): void => {
      parts.store.put('tracker.issue', String(next), issue);
      opened.tell({ number: next, title });
    };
    return redirectAnswer('/', { facts: { issue: next }, effect });
  };

  /** Tells each new issue; whoever says `since N` is told the later ones first. */
  const conversation: OpenSocket = (say) => {
    const tell = (issue: OpenedIssue): void => say(JSON.stringify(issue));
    const known = (): readonly OpenedIssue[] => issues().map(({ key, value }) => ({ number: Number(key), title: value.title }));
    return {
      ended: opened.follow(tell),
      heard: (text) => {
        const since = /^since (\d{1,9})$/.exec(text)?.[1];
        if (since !== undefined) for (const issue of known()) if (issue.number > Number(since)) tell(issue);
      },
    };
  };

  return {
    name: 'tracker',
    audit: parts.audit,
    log: parts.log,
    actions: contextActions({ verify }, [
      { method: 'GET', path: '/', event: 'tracker.issues.shown', run: list },
      {
        method: 'GET',
        path: '/api/issues',
        event: 'tracker.issues.listed',
        run: () => jsonAnswer(issues().map(({ key, value }) => ({ number: Number(key), title: value.title }))),
      },
      {
        method: 'GET',
        path: '/api/issues/stream',
        event: 'tracker.issues.followed',
        run: () => streamAnswer('text/event-stream', (say) => opened.follow((issue) => say(asEvent(issue)))),
      },
      { method: 'GET', path: '/api/issues/socket', event: 'tracker.issues.followed', run: () => webSocketAnswer(conversation) },
      { method: 'POST', path: '/issues', event: 'tracker.issue.opened', run: create },
    ]),
    refused: (_refusal, request) =>
      request.wantsPage ? pageAnswer(refusedPage(parts.cloud), { status: 403 }) : jsonAnswer({ error: 'refused' }, { status: 403 }),
  };
}
