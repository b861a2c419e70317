/** Signing out by SAML: a person who leaves here is taken to leave there, and who left there leaves here. SAML Profiles 2.0 §4.4. */
import { type Answer, forgottenCookie, hostCookie, redirectAnswer } from '../../../kernel/answer.ts';
import type { SamlSettings } from '../../../kernel/idp-settings.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import type { IdpSaid, IdpSession } from '../../../kernel/sessions.ts';
import { endedFacts } from '../ended-facts.ts';
import { signedOutPage } from '../pages.ts';
import type { WayOut } from '../protocol.ts';
import { shown } from '../shown.ts';
import { inForm, inRedirect, type Outgoing } from './message/bindings.ts';
import { logoutRequest, logoutResponse, type WhoLeaves } from './message/logout.ts';
import { newMessageId } from './message/own.ts';
import type { SamlKeys } from './own-keys/stored.ts';
import { onwardPage } from './pages.ts';
import { noteBrought, requestCookie, type SamlParts, samlOnly } from './parts.ts';
import { gatherLogout, type LogoutContent, type ReceivedLogout } from './saml-logout/gather.ts';
import { leavingLifetimeMs } from './saml-logout/rules.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** Nobody is sent to a provider that is away, or to another than the one that the session is of. */
export async function leave(parts: SamlParts, settings: SamlSettings, session: IdpSession): Promise<WayOut | undefined> {
  const keys = parts.keys();
  const { sloUrl } = settings;
  if (!keys || sloUrl === undefined || session.issuer !== settings.entityId) return undefined;
  if ((await parts.eye.look(settings)).discovered !== 'good') return undefined;
  const id = newMessageId(parts.random);
  const startedAtMs = parts.clock.now();
  parts.leavings.put(handleOf(id), { startedAtMs });
  const who: WhoLeaves = { nameId: session.idpSubject, nameIdFormat: settings.nameIdFormat, sessionIndex: session.sid };
  const text = logoutRequest({ id, nowMs: startedAtMs, destination: sloUrl, entityId: parts.own.entityId }, who);
  const outgoing: Outgoing = { to: sloUrl, as: 'SAMLRequest', text, relayState: undefined };
  return {
    by: meansNobody(who)
      ? { location: inRedirect(outgoing, keys.signing).href }
      : { page: onwardPage(sloUrl, inForm(outgoing, id, keys.signing)) },
    cookies: [hostCookie(requestCookie, id, { maxAgeSeconds: leavingLifetimeMs / 1000, sameSite: 'None' })],
  };
}

/** A name that tells nobody who it is may stand in an address (I-11). An identity provider may call an e-mail address persistent. SAML Core 2.0 §8.3.7. */
const meansNobody = ({ nameId, nameIdFormat }: WhoLeaves): boolean => nameIdFormat.endsWith(':persistent') && !nameId.includes('@');

export const leavesTo = ({ sloUrl }: SamlSettings): string | undefined => (sloUrl === undefined ? undefined : new URL(sloUrl).origin);

/** A logout message that a browser brings, by either binding. Throws `Refusal` with a code of `sso.saml-logout`. */
export async function receiveLogout(parts: SamlParts, request: ServiceRequest, binding: ReceivedLogout['binding']): Promise<Answer> {
  const settings = samlOnly(parts.settings.current());
  const keys = parts.keys();
  if (!settings || !keys) throw new Refusal('sso.saml-logout.issuer-other', { cites: ['C-04'] });
  const { facts, content } = gatherLogout(
    {
      nowMs: parts.clock.now(),
      idpEntityId: settings.entityId,
      sloUrl: parts.own.sloUrl,
      certificates: trustedCertificates(parts, settings),
      verifySignature: parts.policy.verifySignature,
      takeLeaving: parts.leavings.take,
      noteBrought: (hash) => noteBrought(parts, hash),
    },
    { binding, browserRequestId: request.cookies[requestCookie] },
  );
  demand(parts.policy.logout, facts, { kind: facts.kind, algorithm: shown(facts.algorithm) });
  if (facts.kind === 'response') {
    return signedOutPage(content.success, [forgottenCookie(requestCookie, 'None')]);
  }
  const relayState = request.query.RelayState ?? request.form.RelayState;
  const said = saidBy(settings, content);
  return {
    ...answered(parts, { settings, keys, content, relayState }),
    facts: endedFacts(said.flatMap(parts.sessions.meantByIdp)),
    effect: () => {
      for (const each of said) parts.sessions.endByIdpSession(each);
    },
  };
}

/** By name and session index where there is one, and by the name alone where there is none. SAML Core 2.0 §3.7.1. */
const saidBy = ({ entityId: issuer }: SamlSettings, { nameId: idpSubject, sessionIndexes }: LogoutContent): readonly IdpSaid[] =>
  sessionIndexes.length === 0 ? [{ issuer, idpSubject }] : sessionIndexes.map((sid) => ({ issuer, idpSubject, sid }));

type Asked = {
  readonly settings: SamlSettings;
  readonly keys: SamlKeys;
  readonly content: LogoutContent;
  readonly relayState: string | undefined;
};
function answered({ random, clock, own }: SamlParts, { settings: { sloUrl }, keys, content, relayState }: Asked): Answer {
  if (sloUrl === undefined) return signedOutPage(true, []);
  const heading = { id: newMessageId(random), nowMs: clock.now(), destination: sloUrl, entityId: own.entityId };
  const text = logoutResponse(heading, content.id);
  return redirectAnswer(inRedirect({ to: sloUrl, as: 'SAMLResponse', text, relayState: relayState?.slice(0, 80) }, keys.signing).href);
}
