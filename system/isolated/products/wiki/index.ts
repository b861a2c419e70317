/** The product `wiki`: pages of one cloud, each shown to whom its owner put it before, as far as a valid user context token names them (I-09, I-10). */
import { type Answer, jsonAnswer, pageAnswer, redirectAnswer } from '../../../kernel/answer.ts';
import { type ContextAction, contextActions } from '../../../kernel/context-actions.ts';
import type { ContextIssuer, VerifiedContext } from '../../../kernel/context-rules.ts';
import { contextVerifier } from '../../../kernel/context-verifier.ts';
import { formTokens } from '../../../kernel/form-token.ts';
import type { Memberships } from '../../../kernel/memberships.ts';
import type { AuditLog, Clock, Log, Random, Store } from '../../../kernel/ports.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Service, ServiceRequest } from '../../../kernel/service.ts';
import type { WikiPolicy } from './policy.ts';
import { pagesIn, type Reader } from './stored-pages.ts';
import { pagesView, pageView, refusedView, type Seer } from './views.ts';
import { pageWriter } from './write.ts';

export { releasedWikiPolicy, type WikiPolicy, type WikiRefusal } from './policy.ts';
export { seedWiki } from './stored-pages.ts';

export type WikiParts = {
  readonly cloud: string;
  /** Where people sign in, and out. */
  readonly loginOrigin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly issuers: readonly ContextIssuer[];
  readonly memberships: Memberships;
  readonly policy: WikiPolicy;
};

export function createWiki(parts: WikiParts): Service {
  const { cloud, store, clock, audit, log, issuers, policy } = parts;
  const verify = contextVerifier({ product: 'wiki', cloud, issuers, clock, table: policy.context });
  return { name: 'wiki', audit, log, actions: contextActions({ verify }, wikiActions(parts, pagesIn(store))), refused: refused(parts) };
}

function wikiActions(parts: WikiParts, pages: ReturnType<typeof pagesIn>): readonly ContextAction[] {
  const { cloud, loginOrigin, memberships, random } = parts;
  const tokens = formTokens(random);
  const readerOf = ({ sub }: VerifiedContext): Reader => ({ subject: sub, groups: memberships.groupsOf(sub).map(({ id }) => id) });
  const seerOf = ({ sub, sid }: VerifiedContext): Seer => ({
    subject: sub,
    groups: memberships.groupsOf(sub),
    formToken: tokens.of(sid),
    signOut: `${loginOrigin}/sign-out`,
  });
  const writer = pageWriter({ ...parts, pages, readerOf, tokens });
  const list = (who: VerifiedContext): Answer => pageAnswer(pagesView(cloud, pages.visibleTo(readerOf(who)), seerOf(who)));
  const listed = (who: VerifiedContext): Answer =>
    jsonAnswer(pages.visibleTo(readerOf(who)).map(({ id, page }) => ({ id, title: page.title, own: page.owner === who.sub })));
  const show = (who: VerifiedContext, request: ServiceRequest): Answer => {
    const page = writer.readable(who, request);
    return pageAnswer(pageView(cloud, page, seerOf(who)), { facts: { page: page.id } });
  };
  const then = (id: string, effect: () => void): Answer => redirectAnswer(`/pages/${id}`, { effect, facts: { page: id } });
  return [
    { method: 'GET', path: '/', event: 'wiki.pages.shown', run: list },
    { method: 'GET', path: '/api/pages', event: 'wiki.pages.listed', run: listed },
    { method: 'GET', path: '/pages/:id', event: 'wiki.page.shown', run: show },
    { method: 'POST', path: '/pages', event: 'wiki.page.written', run: (who, request) => then(...writer.write(who, request)) },
    { method: 'POST', path: '/pages/:id', event: 'wiki.page.changed', run: (who, request) => then(...writer.change(who, request)) },
    {
      method: 'POST',
      path: '/pages/:id/comments',
      event: 'wiki.page.commented',
      run: (who, request) => then(...writer.comment(who, request)),
    },
  ];
}

/** What hides that a page is there must not differ from what says that it is not: one answer for both. */
const hides: ReadonlySet<string> = new Set(['wiki.page.unknown', 'wiki.page.not-visible']);

const refused =
  ({ cloud, policy }: WikiParts) =>
  ({ code }: Refusal, { wantsPage }: ServiceRequest): Answer => {
    const [view, error, status] = hides.has(code)
      ? ([policy.noSuchPage(cloud, code), 'no such page', 404] as const)
      : ([refusedView(cloud), 'refused', 403] as const);
    return wantsPage ? pageAnswer(view, { status }) : jsonAnswer({ error }, { status });
  };
