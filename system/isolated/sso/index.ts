/** The authentication service: sends people to the organisation's identity provider, judges what comes back, and tells the ingress who is asking (I-04 to I-09). */
import { createHash } from 'node:crypto';
import { type Answer, emptyAnswer, hostCookie, redirectAnswer } from '../../kernel/answer.ts';
import { type AuthenticationAnswer, type AuthenticationQuestion, sessionCookies } from '../../kernel/authentication.ts';
import type { IdpSettingsStore } from '../../kernel/idp-settings.ts';
import type { AuditLog, Clock, Log, Outbound, Random, Store } from '../../kernel/ports.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import { handleOf, newSecret, sameSecret } from '../../kernel/secret-handle.ts';
import type { Action, Service, ServiceRequest } from '../../kernel/service.ts';
import type { ContextSigner } from '../../kernel/tokens.ts';
import { type AvailabilityFacts, availabilityRules } from './availability.ts';
import { type CallbackFacts, callbackRules } from './callback.ts';
import { configurationFor, type ExchangeCode, type ExchangeFacts, exchangeCode, exchangeRules, verifiedIdToken } from './code-exchange.ts';
import { discoverer, type IdpMetadata } from './discovery.ts';
import { idpAwayPage, signInFailedPage, startAgainPage } from './pages.ts';

export type { AvailabilityRefusal } from './availability.ts';
export type { CallbackRefusal } from './callback.ts';
export type { ExchangeCode, ExchangeRefusal, VerifiedIdToken } from './code-exchange.ts';

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

type Transaction = {
  readonly handOver: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly browser: string;
  readonly issuer: string;
  readonly startedAtMs: number;
};

const cookies = { handOver: '__Host-hand-over', signIn: '__Host-sign-in' } as const;
const transactionSeconds = 600;
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
    const usable =
      metadata ?? (anyway === '1' && settings ? parts.store.get<IdpMetadata>('sso.last-known-metadata', settings.issuer) : undefined);
    if (usable === undefined || settings === undefined) {
      demand(parts.policy.availability, { discovered }, { discovered });
      throw new Refusal('sso.idp.unexpected', { cites: ['A-12'] });
    }
    return sendToIdp(state, settings, usable);
  }

  function sendToIdp(
    handOverState: string,
    settings: { readonly issuer: string; readonly clientId: string },
    metadata: IdpMetadata,
  ): Answer {
    const [state, nonce, verifier, browser] = [
      newSecret(parts.random),
      newSecret(parts.random),
      newSecret(parts.random),
      newSecret(parts.random),
    ];
    parts.store.put<Transaction>('sso.transaction', handleOf(state), {
      handOver: handOverState,
      nonce,
      verifier,
      browser: handleOf(browser),
      issuer: settings.issuer,
      startedAtMs: parts.clock.now(),
    });
    const url = new URL(metadata.authorization_endpoint);
    const parameters = {
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: `${parts.loginOrigin}/callback`,
      scope: 'openid',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return redirectAnswer(url.href, {
      cookies: [hostCookie(cookies.signIn, browser, { maxAgeSeconds: transactionSeconds, sameSite: 'Lax' })],
      facts: { idp: url.hostname },
    });
  }

  async function callback(request: ServiceRequest): Promise<Answer> {
    const { state = '', error } = request.query;
    const transaction = parts.store.take<Transaction>('sso.transaction', handleOf(state));
    const settings = parts.settings.current();
    demand(parts.policy.callback, {
      transactionKnown: transaction !== undefined,
      ageSeconds: transaction === undefined ? Number.POSITIVE_INFINITY : (parts.clock.now() - transaction.startedAtMs) / 1000,
      browserMatches: transaction !== undefined && sameSecret(transaction.browser, handleOf(request.cookies[cookies.signIn] ?? '')),
      sameIssuer: settings !== undefined && settings.issuer === transaction?.issuer,
      errorFromIdp: error !== undefined,
    });
    if (!transaction || !settings) throw new Refusal('sso.callback.state-unknown', { cites: ['I-05'] });
    const metadata = (await discovery.look(settings)).metadata ?? parts.store.get<IdpMetadata>('sso.last-known-metadata', settings.issuer);
    if (!metadata) throw new Refusal('sso.code-exchange.idp-unreachable', { cites: ['C-02'] });
    const url = new URL(`${parts.loginOrigin}/callback?${new URLSearchParams(request.query)}`);
    const token = await verifiedIdToken(
      parts.policy.exchangeCode(url, { ...transaction, state }, configurationFor(settings, metadata, parts)),
      parts.policy.exchange,
    );
    const subject = parts.subjectOf({ issuer: token.issuer, idpSubject: token.subject });
    const signOn = parts.sessions.startSignOn(subject);
    const host = parts.sessions.handOverHost(transaction.handOver);
    if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
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
    const settings = parts.settings.current();
    const known = settings && parts.store.get('sso.last-known-metadata', settings.issuer) !== undefined;
    return idpAwayPage(here, known ? `${here}&anyway=1` : undefined);
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
