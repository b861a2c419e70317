/** Completes a sign-in by SAML: judges the response that a browser brings, and signs the person on (I-05 to I-08, S8, S9). */
import { type Answer, forgottenCookie } from '../../../kernel/answer.ts';
import { sessionCookies } from '../../../kernel/authentication.ts';
import type { SamlSettings } from '../../../kernel/idp-settings.ts';
import { demand, Refusal, type SafeFacts } from '../../../kernel/refusal.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { endedFacts } from '../ended-facts.ts';
import { signOnCookie } from '../parts.ts';
import { shown } from '../shown.ts';
import { signOn } from '../sign-on.ts';
import type { SamlKeys } from './own-keys/stored.ts';
import { signedInPage } from './pages.ts';
import { noteBrought, requestCookie, type SamlParts, samlOnly } from './parts.ts';
import type { AssertionContent } from './saml-response/assertion.ts';
import type { ResponseFacts } from './saml-response/facts.ts';
import { expectedBy, type Gathered, gather } from './saml-response/gather.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** Spends the attempt whatever comes of it. Throws `Refusal` with a code of `sso.saml-response`, `session.sign-on` or `session.hand-over`. */
export async function complete(parts: SamlParts, request: ServiceRequest): Promise<Answer> {
  const settings = samlOnly(parts.settings.current());
  const keys = parts.keys();
  if (!settings || !keys) throw new Refusal('sso.saml-response.settings-changed', { cites: ['C-04'] });
  const { facts, transaction } = await gathered(parts, request, { settings, keys });
  demand(parts.policy.response, facts, safe(facts));
  const vouched = vouchedFor(facts.assertion);
  const replaces = request.cookies[sessionCookies.singleSignOn];
  const spent = forgottenCookie(requestCookie, 'None');
  if (!transaction) return signedInUnasked(parts, { ...vouched, replaces }, spent);
  const answer = signOn(parts, { ...vouched, handOver: transaction.handOver, replaces });
  return { ...answer, cookies: [...answer.cookies, spent] };
}

function gathered(
  parts: SamlParts,
  { form, cookies: sent }: ServiceRequest,
  { settings, keys }: { readonly settings: SamlSettings; readonly keys: SamlKeys },
): Promise<Gathered> {
  const { clock, own, policy, transactions } = parts;
  const received = { samlResponse: form.SAMLResponse ?? '', relayState: form.RelayState, browserRequestId: sent[requestCookie] };
  return gather(
    {
      expected: expectedBy(settings, { nowMs: clock.now(), entityId: own.entityId, acsUrl: own.acsUrl }),
      certificates: trustedCertificates(parts, settings),
      decryptionKeyPem: keys.encryption.privateKeyPem,
      aheadMs: clock.skewMs(),
      verifySignature: policy.verifySignature,
      secondOpinion: policy.secondOpinion,
      rules: policy.response,
      takeTransaction: transactions.take,
      noteBrought: (hash) => noteBrought(parts, hash),
    },
    received,
  );
}

function vouchedFor({ issuer, nameId, authnStatements: [statement] }: AssertionContent) {
  const end = statement?.sessionNotOnOrAfter;
  return {
    identity: { issuer: issuer ?? '', idpSubject: nameId?.value ?? '' },
    sid: statement?.sessionIndex,
    notAfterMs: typeof end === 'number' ? end : undefined,
  };
}

/** Only where the profile allows it: signed on, and led nowhere, because nobody here was asked for anything. */
function signedInUnasked(
  parts: SamlParts,
  { identity, sid, notAfterMs, replaces }: ReturnType<typeof vouchedFor> & { readonly replaces: string | undefined },
  spent: string,
): Answer {
  if (parts.signedInForTest) throw new Refusal('sso.saml-response.in-response-to-missing', { cites: ['S8'] });
  const subject = parts.subjectOf(identity);
  const idpSession = { ...identity, ...(sid === undefined ? {} : { sid }) };
  const { id, ended } = parts.sessions.startSignOn(subject, { idpSession, notAfterMs, replaces });
  const facts = { signOn: handleOf(id), ...endedFacts(ended) };
  return { ...signedInPage({ cookies: [signOnCookie(parts, id), spent], actor: subject }), facts };
}

/** What an admin is told besides the code: what was received where something else was expected, and nothing personal. */
const safe = ({ envelope, assertion, signatures }: ResponseFacts): SafeFacts => ({
  issuer: shown(envelope.issuer),
  destination: shown(envelope.destination),
  status: shown(envelope.status),
  audiences: shown(assertion.conditions?.audiences.flat().join(' ')),
  nameIdFormat: shown(assertion.nameId?.format),
  authnContext: shown(assertion.authnStatements[0]?.context),
  algorithms: shown(signatures.map(({ algorithm }) => algorithm).join(' ')),
});
