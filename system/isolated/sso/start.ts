/** Begins a sign-in: a person who is signed on goes straight back, anybody else to the identity provider, and to a page of ours while it is away (A-12, I-04). */
import type { Answer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import type { IdpSettings, OidcSettings } from '../../kernel/idp-settings.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import { handOver } from './hand-over.ts';
import { type AvailabilityFacts, isAway } from './idp.ts';
import { idpAwayPage, startAgainPage } from './pages.ts';
import { type Parts, signOnCookie } from './parts.ts';
import type { Look, Protocol } from './protocol.ts';

export type Starting = {
  readonly parts: Parts;
  readonly availability: RuleTable<AvailabilityFacts>;
  readonly oidc: Protocol<OidcSettings>;
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
  const { discovered, send } = await look(starting, parts.settings.current(), anyway === '1');
  if (send) return send(state);
  demand(starting.availability, { discovered }, { discovered });
  throw new Refusal('sso.idp.unexpected', { cites: ['A-12'] });
}

async function look({ oidc }: Starting, settings: IdpSettings | undefined, anyway: boolean): Promise<Look> {
  switch (settings?.protocol) {
    case 'oidc':
      return oidc.look(settings, anyway);
    case 'saml':
    case undefined:
      return { discovered: 'not-configured' };
  }
}

function knownBefore({ oidc }: Starting, settings: IdpSettings | undefined): boolean {
  return settings?.protocol === 'oidc' && oidc.knownBefore(settings);
}

/** Who knows where the identity provider was may go on to it; everybody may try again. */
export function refusedStart(starting: Starting, refusal: Refusal, request: ServiceRequest): Answer {
  if (!refusal.code.startsWith('sso.idp.')) return startAgainPage();
  const here = `/start?${new URLSearchParams({ state: request.query.state ?? '' })}`;
  const mayGoOn = isAway(refusal.facts.discovered) && knownBefore(starting, starting.parts.settings.current());
  return idpAwayPage(here, mayGoOn ? `${here}&anyway=1` : undefined);
}
