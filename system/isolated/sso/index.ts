/** The authentication service: sends people to the organisation's identity provider, judges what comes back, and tells the ingress who is asking (I-04 to I-09). */
import { type Answer, emptyAnswer } from '../../kernel/answer.ts';
import type { AuthenticationAnswer, AuthenticationQuestion } from '../../kernel/authentication.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Action, Service } from '../../kernel/service.ts';
import { complete } from './complete.ts';
import { decide } from './decide.ts';
import { signInFailedPage, startAgainPage } from './pages.ts';
import { type Parts, type SsoParts, ssoParts } from './parts.ts';
import { redeem } from './redeem.ts';
import { refusedStart, start } from './start.ts';

export type { CallbackRefusal } from './callback.ts';
export type { AvailabilityRefusal } from './idp.ts';
export type { ExchangeRefusal } from './library-verdict.ts';
export { releasedSsoPolicy, type SsoPolicy } from './policy.ts';

export type Sso = {
  /** Actions for `login.`, and for the hand-over on each product's host; behind the ingress. */
  readonly service: Service;
  /** For the ingress: one session, one request. */
  decide(question: AuthenticationQuestion): Promise<AuthenticationAnswer>;
};

export function createSso(given: SsoParts): Sso {
  const parts = ssoParts(given);
  return {
    service: { name: 'sso', actions: actions(parts), audit: parts.audit, log: parts.log, refused },
    decide: (question) => decide(parts, question),
  };
}

const actions = (parts: Parts): readonly Action[] => [
  {
    method: 'GET',
    path: '/start',
    event: 'sso.sign-in.started',
    run: (request) => start(parts, request),
    refused: (refusal, request) => refusedStart(parts, refusal, request),
  },
  { method: 'GET', path: '/callback', event: 'sso.sign-in.completed', run: (request) => complete(parts, request) },
  { method: 'GET', path: '/.auth/session', event: 'session.hand-over.redeemed', run: (request) => redeem(parts, request) },
];

function refused({ code }: Refusal): Answer {
  if (code.startsWith('session.') || code.startsWith('sso.callback.')) return startAgainPage();
  return code.startsWith('sso.') ? signInFailedPage() : emptyAnswer(404);
}
