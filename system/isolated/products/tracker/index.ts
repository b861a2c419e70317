/** The product `tracker`: issues of one cloud, each shown to whom it is for, as far as a valid user context token names them (I-09, I-10). */
import { type Answer, jsonAnswer, pageAnswer, redirectAnswer } from '../../../kernel/answer.ts';
import { type ContextAction, contextActions } from '../../../kernel/context-actions.ts';
import type { ContextIssuer, VerifiedContext } from '../../../kernel/context-rules.ts';
import { contextVerifier } from '../../../kernel/context-verifier.ts';
import { formTokens } from '../../../kernel/form-token.ts';
import type { AuditLog, Clock, Log, Random, Store } from '../../../kernel/ports.ts';
import { demand, type Refusal } from '../../../kernel/refusal.ts';
import type { Service, ServiceRequest } from '../../../kernel/service.ts';
import { asSocket, asStream } from './following.ts';
import type { IssueFacts } from './issue.ts';
import { openedIssues } from './opened-issues.ts';
import { issuePage, issuesPage, noSuchIssue, refusedPage, type Seer } from './pages.ts';
import type { TrackerPolicy } from './policy.ts';
import { type Issue, issuesIn, newIssueId, type StoredIssue } from './stored-issues.ts';

export { releasedTrackerPolicy, type TrackerPolicy, type TrackerRefusal } from './policy.ts';
export { seedTracker } from './stored-issues.ts';

export type TrackerParts = {
  readonly cloud: string;
  /** Where people sign in, and out. */
  readonly loginOrigin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly issuers: readonly ContextIssuer[];
  readonly policy: TrackerPolicy;
};

export function createTracker(parts: TrackerParts): Service {
  const { cloud, clock, audit, log, issuers, policy } = parts;
  const verify = contextVerifier({ product: 'tracker', cloud, issuers, clock, table: policy.context });
  return { name: 'tracker', audit, log, actions: contextActions({ verify }, trackerActions(parts)), refused: refused(cloud) };
}

function trackerActions({ cloud, loginOrigin, store, clock, random, policy }: TrackerParts): readonly ContextAction[] {
  const tokens = formTokens(random);
  const issues = issuesIn(store, policy.mayRead);
  const opened = openedIssues(policy.mayRead);
  const seerOf = ({ sub, sid }: VerifiedContext): Seer => ({ subject: sub, formToken: tokens.of(sid), signOut: `${loginOrigin}/sign-out` });
  const fromOwnForm = ({ sid }: VerifiedContext, { form }: ServiceRequest): void =>
    demand(policy.form, { formTokenMatches: tokens.isIn(form, sid) });
  const asked = ({ sub }: VerifiedContext, { parameters }: ServiceRequest): StoredIssue & { readonly facts: IssueFacts } => {
    const id = parameters.id ?? '';
    const found = issues.find(id);
    const issue = found ?? nothing;
    const facts = { exists: found !== undefined, visible: policy.mayRead(issue, sub), own: issue.owner === sub };
    demand(policy.issue, facts, found ? { issue: id } : {});
    return { id, issue, facts };
  };

  const list = (who: VerifiedContext): Answer => pageAnswer(issuesPage(cloud, issues.visibleTo(who.sub), seerOf(who)));
  const listed = ({ sub }: VerifiedContext): Answer =>
    jsonAnswer(issues.visibleTo(sub).map(({ id, issue: { number, title } }) => ({ id, number, title })));
  const show = (who: VerifiedContext, request: ServiceRequest): Answer => {
    const { id, issue } = asked(who, request);
    return pageAnswer(issuePage(cloud, { id, issue }, seerOf(who)), { facts: { issue: id } });
  };
  const create = (who: VerifiedContext, request: ServiceRequest): Answer => {
    fromOwnForm(who, request);
    const { readers = 'all' } = request.form;
    const title = (request.form.title ?? '').trim();
    demand(policy.newIssue, { title, readers });
    const id = newIssueId(random);
    const issue: Issue = { title, owner: who.sub, openedAtMs: clock.now(), readers: readers === 'private' ? 'private' : 'all' };
    return redirectAnswer(`/issues/${id}`, { facts: { issue: id }, effect: () => opened.tell(issues.open(id, issue)) });
  };
  const close = (who: VerifiedContext, request: ServiceRequest): Answer => {
    fromOwnForm(who, request);
    const { id, issue, facts } = asked(who, request);
    demand(policy.ownIssue, facts, { issue: id });
    return redirectAnswer(`/issues/${id}`, { facts: { issue: id }, effect: () => issues.put(id, { ...issue, closed: true }) });
  };
  return [
    { method: 'GET', path: '/', event: 'tracker.issues.shown', run: list },
    { method: 'GET', path: '/api/issues', event: 'tracker.issues.listed', run: listed },
    { method: 'GET', path: '/api/issues/stream', event: 'tracker.issues.followed', run: asStream({ issues, opened }) },
    { method: 'GET', path: '/api/issues/socket', event: 'tracker.issues.followed', run: asSocket({ issues, opened }) },
    { method: 'GET', path: '/issues/:id', event: 'tracker.issue.shown', run: show },
    { method: 'POST', path: '/issues', event: 'tracker.issue.opened', run: create },
    { method: 'POST', path: '/issues/:id/close', event: 'tracker.issue.closed', run: close },
  ];
}

/** What is asked of an issue that is not there is the same as of one that is. */
const nothing: Issue = { title: '', owner: '', openedAtMs: 0, readers: 'private' };
/** What hides that an issue is there must not differ from what says that it is not. */
const hides: ReadonlySet<string> = new Set(['tracker.issue.unknown', 'tracker.issue.not-visible']);

const refused =
  (cloud: string) =>
  ({ code }: Refusal, { wantsPage }: ServiceRequest): Answer => {
    const hidden = hides.has(code);
    const status = hidden ? 404 : 403;
    return wantsPage
      ? pageAnswer(hidden ? noSuchIssue(cloud) : refusedPage(cloud), { status })
      : jsonAnswer({ error: hidden ? 'no such issue' : 'refused' }, { status });
  };
