/** Begins a sign-in: a person who is signed on goes straight back, anybody else to the identity provider, and to a page of ours while it is away (A-12, I-04). */
import type { Answer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import { handOver } from './hand-over.ts';
import { type AvailabilityFacts, isAway, refuseAway } from './idp.ts';
import { idpAwayPage, startAgainPage } from './pages.ts';
import { type Parts, signOnCookie } from './parts.ts';
import { inForce, lookAt, type Protocols } from './protocols.ts';

export type Starting = {
  readonly parts: Parts;
  readonly availability: RuleTable<AvailabilityFacts>;
  readonly protocols: Protocols;
};

/** Throws `Refusal` with `session.hand-over.state-unknown`, or with a code of `sso.idp`. */
export async function start(starting: Starting, request: ServiceRequest): Promise<Answer> {
  const { parts } = starting;
  const { state = '', anyway } = request.query;
  const host = parts.sessions.handOverHost(state);
  if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
  const signedOn = parts.sessions.goOn(request.cookies[sessionCookies.singleSignOn]);
  if (signedOn) {
    const { id, subject, renewed } = signedOn;
    return handOver(parts, { state, host, signOn: id, subject }, renewed ? [signOnCookie(parts, id)] : []);
  }
  const { discovered, send } = await lookAt(starting.protocols, parts.settings.current(), anyway === '1');
  return send ? send(state) : refuseAway(starting.availability, discovered);
}

/** Who knows where the identity provider was may go on to it; everybody may try again. */
export function refusedStart(starting: Starting, refusal: Refusal, request: ServiceRequest): Answer {
  if (!refusal.code.startsWith('sso.idp.')) return startAgainPage();
  const here = `/start?${new URLSearchParams({ state: request.query.state ?? '' })}`;
  const mayGoOn =
    isAway(refusal.facts.discovered) && inForce(starting.protocols, starting.parts.settings.current())?.knownBefore() === true;
  return idpAwayPage(here, mayGoOn ? `${here}&anyway=1` : undefined);
}
