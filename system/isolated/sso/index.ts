/** The authentication service: sends people to the organisation's identity provider, judges what comes back, and tells the ingress who is asking (I-04 to I-09). */
import { type Answer, emptyAnswer, hostCookie, redirectAnswer } from '../../kernel/answer.ts';
import { type AuthenticationAnswer, type AuthenticationQuestion, sessionCookies } from '../../kernel/authentication.ts';
import type { IdpSettings, IdpSettingsStore } from '../../kernel/idp-settings.ts';
import type { AuditLog, Clock, Log, Outbound, Random, Store } from '../../kernel/ports.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import { handleOf, sameSecret } from '../../kernel/secret-handle.ts';
import type { Action, Service, ServiceRequest } from '../../kernel/service.ts';
import type { ContextSigner } from '../../kernel/tokens.ts';
import { authorizationRequest, type Transaction } from './authorization-request.ts';
import { type AvailabilityFacts, availabilityRules, type Discovered } from './availability.ts';
import { type CallbackFacts, callbackRules } from './callback.ts';
import { configurationFor, type ExchangeCode, exchangeCode, verifiedIdToken } from './code-exchange.ts';
import { discoverer, type IdpMetadata, lastKnownMetadata } from './discovery.ts';
import { type ExchangeFacts, exchangeRules } from './library-verdict.ts';
import { idpAwayPage, signInFailedPage, startAgainPage } from './pages.ts';

export type { AvailabilityRefusal } from './availability.ts';
export type { CallbackRefusal } from './callback.ts';
export type { ExchangeCode, VerifiedIdToken } from './code-exchange.ts';
export type { ExchangeRefusal } from './library-verdict.ts';

export type SsoPolicy = {
  readonly availability: RuleTable<AvailabilityFacts>;
  readonly callback: RuleTable<CallbackFacts>;
  readonly exchange: RuleTable<ExchangeFacts>;
  readonly exchangeCode: ExchangeCode;
};
export const releasedSsoPolicy: SsoPolicy = Object.freeze({
  availability: Object.freeze(availabilityRules),
  callback: Object.freeze(callbackRules),
  exchange: Object.freeze(exchangeRules),
  exchangeCode,
});

/** The part of the sessions that the authentication service uses. */
export type SessionsForSso = {
  startSignOn(subject: string): string;
  signedOn(id: string | undefined): string | undefined;
  startHandOver(host: string, returnTo: string): { readonly state: string; readonly browser: string };
  handOverHost(state: string): string | undefined;
  issueCode(state: string, signOnId: string): string;
  redeem(given: { readonly code: string; readonly state: string; readonly browser: string; readonly host: string }): {
    readonly id: string;
    readonly returnTo: string;
    readonly subject: string;
  };
  judgeHost(
    id: string | undefined,
    host: string,
  ): {
    readonly judgement:
      | { readonly allowed: true }
      | { readonly allowed: false; readonly code: `${string}.${string}.${string}`; readonly cites: readonly string[] };
    readonly subject: string;
    readonly handle: string;
  };
};

export type SsoParts = {
  readonly cloud: string;
  readonly loginOrigin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly outbound: Outbound;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly settings: IdpSettingsStore;
  readonly sessions: SessionsForSso;
  readonly signer: ContextSigner;
  subjectOf(identity: { readonly issuer: string; readonly idpSubject: string }): string;
  /** The domain allowlist (S18). */
  allows(url: URL): boolean;
  readonly policy: SsoPolicy;
};

const cookies = { handOver: '__Host-hand-over', signIn: '__Host-sign-in' } as const;
const transactionSeconds = 600;
/** Not reachable from here, though it may be for people. What answered as somebody else, or points elsewhere, is not "away". */
const notAway: ReadonlySet<unknown> = new Set<Discovered>(['good', 'not-configured', 'issuer-other', 'endpoint-not-allowed']);
const isAway = (discovered: unknown): boolean => !notAway.has(discovered);
const signOnCookieSeconds = 12 * 60 * 60;

export function createSso(parts: SsoParts): {
  readonly service: Service;
  decide(question: AuthenticationQuestion): Promise<AuthenticationAnswer>;
} {
  const discovery = discoverer(parts);

  async function start(request: ServiceRequest): Promise<Answer> {
    const { state = '', anyway } = request.query;
    const host = parts.sessions.handOverHost(state);
    if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
    const signOn = request.cookies[sessionCookies.singleSignOn];
    const subject = parts.sessions.signedOn(signOn);
    if (subject !== undefined && signOn !== undefined) return handOver(state, host, signOn, subject, []);
    const settings = parts.settings.current();
    const { discovered, metadata } = await discovery.look(settings);
    if (metadata && settings) parts.store.put<IdpMetadata>('sso.last-known-metadata', settings.issuer, metadata);
    const usable = metadata ?? (anyway === '1' && isAway(discovered) ? lastKnown(settings) : undefined);
    if (usable === undefined || settings === undefined) {
      demand(parts.policy.availability, { discovered }, { discovered });
      throw new Refusal('sso.idp.unexpected', { cites: ['A-12'] });
    }
    return sendToIdp(state, settings.clientId, usable);
  }

  /** What its metadata said when it last answered; nothing when it names a place that is not on the allowlist now. */
  const lastKnown = (settings: IdpSettings | undefined): IdpMetadata | undefined =>
    settings && lastKnownMetadata(parts.store.get('sso.last-known-metadata', settings.issuer), settings.issuer, parts.allows);

  function sendToIdp(handOver: string, clientId: string, metadata: IdpMetadata): Answer {
    const { url, state, browser, transaction } = authorizationRequest({
      random: parts.random,
      metadata,
      clientId,
      redirectUri: `${parts.loginOrigin}/callback`,
      handOver,
      nowMs: parts.clock.now(),
    });
    parts.store.put<Transaction>('sso.transaction', handleOf(state), transaction);
    return redirectAnswer(url.href, {
      cookies: [hostCookie(cookies.signIn, browser, { maxAgeSeconds: transactionSeconds, sameSite: 'Lax' })],
      facts: { idp: url.hostname },
    });
  }

  async function callback(request: ServiceRequest): Promise<Answer> {
    const { state = '', error, iss } = request.query;
    const transaction = parts.store.take<Transaction>('sso.transaction', handleOf(state));
    const settings = parts.settings.current();
    demand(parts.policy.callback, {
      transactionKnown: transaction !== undefined,
      ageSeconds: transaction === undefined ? Number.POSITIVE_INFINITY : (parts.clock.now() - transaction.startedAtMs) / 1000,
      browserMatches: transaction !== undefined && sameSecret(transaction.browser, handleOf(request.cookies[cookies.signIn] ?? '')),
      sameIssuer: settings !== undefined && settings.issuer === transaction?.issuer,
      issuerNamed: iss === undefined ? 'none' : iss === transaction?.issuer ? 'this' : 'another',
      issuerPromised: transaction?.issuerPromised === true,
      errorFromIdp: error !== undefined,
    });
    if (!transaction || !settings) throw new Refusal('sso.callback.state-unknown', { cites: ['I-05'] });
    const metadata = (await discovery.look(settings)).metadata ?? lastKnown(settings);
    if (!metadata) throw new Refusal('sso.code-exchange.idp-unreachable', { cites: ['C-02'] });
    const url = new URL(`${parts.loginOrigin}/callback?${new URLSearchParams(request.query)}`);
    const token = await verifiedIdToken(
      parts.policy.exchangeCode(url, { ...transaction, state, nowMs: parts.clock.now() }, configurationFor(settings, metadata, parts)),
      parts.policy.exchange,
    );
    const host = parts.sessions.handOverHost(transaction.handOver);
    if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
    const subject = parts.subjectOf({ issuer: token.issuer, idpSubject: token.subject });
    const signOn = parts.sessions.startSignOn(subject);
    return handOver(transaction.handOver, host, signOn, subject, [
      hostCookie(sessionCookies.singleSignOn, signOn, { maxAgeSeconds: signOnCookieSeconds, sameSite: 'Lax' }),
      hostCookie(cookies.signIn, '', { maxAgeSeconds: 0, sameSite: 'Lax' }),
    ]);
  }

  function handOver(state: string, host: string, signOn: string, subject: string, set: readonly string[]): Answer {
    const code = parts.sessions.issueCode(state, signOn);
    return redirectAnswer(`https://${host}/.auth/session?${new URLSearchParams({ code, state })}`, { cookies: set, actor: subject });
  }

  async function redeem(request: ServiceRequest): Promise<Answer> {
    const { code = '', state = '' } = request.query;
    const redeemed = parts.sessions.redeem({ code, state, browser: request.cookies[cookies.handOver] ?? '', host: request.host });
    return redirectAnswer(redeemed.returnTo, {
      actor: redeemed.subject,
      cookies: [
        hostCookie(sessionCookies.host, redeemed.id, { maxAgeSeconds: signOnCookieSeconds, sameSite: 'Lax' }),
        hostCookie(cookies.handOver, '', { maxAgeSeconds: 0, sameSite: 'Lax' }),
      ],
    });
  }

  const actions: readonly Action[] = [
    {
      method: 'GET',
      path: '/start',
      event: 'sso.sign-in.started',
      run: start,
      refused: (refusal, request) => refusedStart(refusal, request),
    },
    { method: 'GET', path: '/callback', event: 'sso.sign-in.completed', run: callback },
    { method: 'GET', path: '/.auth/session', event: 'session.hand-over.redeemed', run: redeem },
  ];

  function refusedStart(refusal: Refusal, request: ServiceRequest): Answer {
    if (!refusal.code.startsWith('sso.idp.')) return startAgainPage();
    const here = `/start?${new URLSearchParams({ state: request.query.state ?? '' })}`;
    const { discovered } = refusal.facts;
    const mayGoOn = isAway(discovered) && lastKnown(parts.settings.current()) !== undefined;
    return idpAwayPage(here, mayGoOn ? `${here}&anyway=1` : undefined);
  }

  const service: Service = {
    name: 'sso',
    actions,
    audit: parts.audit,
    log: parts.log,
    refused: (refusal) =>
      refusal.code.startsWith('session.') || refusal.code.startsWith('sso.callback.')
        ? startAgainPage()
        : refusal.code.startsWith('sso.')
          ? signInFailedPage()
          : emptyAnswer(404),
  };

  async function decide(question: AuthenticationQuestion): Promise<AuthenticationAnswer> {
    const { judgement, subject, handle } = parts.sessions.judgeHost(question.session, question.host);
    if (judgement.allowed) {
      const context = await parts.signer.mint(question.audience, { sub: subject, sid: handle, cloud: parts.cloud, channel: 'ingress' });
      return { kind: 'allowed', context, actor: subject };
    }
    const { code, cites } = judgement;
    if (!question.mayBeLedToSignIn) return { kind: 'refused', code, cites, facts: {} };
    const { state, browser } = parts.sessions.startHandOver(question.host, question.returnTo);
    const location = `${parts.loginOrigin}/start?${new URLSearchParams({ state })}`;
    return {
      kind: 'sign-in',
      code,
      cites,
      location,
      cookies: [hostCookie(cookies.handOver, browser, { maxAgeSeconds: transactionSeconds, sameSite: 'Lax' })],
    };
  }

  return { service, decide };
}
