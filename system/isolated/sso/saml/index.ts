/** Sign-in by SAML 2.0: the web browser profile, against one identity provider (I-05 to I-08, S8, S9). SAML Profiles 2.0 §4.1. */
import { type Answer, emptyAnswer, textAnswer } from '../../../kernel/answer.ts';
import type { SamlSettings } from '../../../kernel/idp-settings.ts';
import type { IdpCertificates, ListedKey } from '../../../kernel/listed-keys.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import { nothingEndedPage, signInFailedPage, startAgainPage } from '../pages.ts';
import type { Parts } from '../parts.ts';
import type { Protocol } from '../protocol.ts';
import { knownBefore, look } from './begin.ts';
import { complete } from './complete.ts';
import { leave, leavesTo, receiveLogout } from './leave.ts';
import { requestCookie, samlOnly, samlParts } from './parts.ts';
import type { SamlPolicy } from './policy.ts';
import { ownMetadata, paths } from './relying-party.ts';
import type { LogoutRefusal } from './saml-logout/rules.ts';
import { attemptRules } from './saml-response/rules/attempt.ts';
import type { ResponseRefusal } from './saml-response/rules.ts';
import { listedCertificates, listedOwnKeys } from './trusted-certificates.ts';

export { readSamlDescription } from './idp-metadata/description.ts';
export { provisionSamlKeys } from './own-keys/made.ts';
export { type SamlKeys, samlKeysCollection } from './own-keys/stored.ts';
export { releasedSamlPolicy, type SamlPolicy } from './policy.ts';
export type SamlRefusal = LogoutRefusal | ResponseRefusal;

export type Saml = Protocol<SamlSettings> & { readonly certificates: IdpCertificates; ownKeys(): readonly ListedKey[] };

export function createSaml(given: Parts, policy: SamlPolicy): Saml {
  const parts = samlParts(given, policy);
  return {
    look: (settings, anyway) => look(parts, settings, anyway),
    knownBefore: (settings) => knownBefore(parts, settings),
    leave: (settings, session) => leave(parts, settings, session),
    leavesTo,
    begunFor: ({ cookies }) => parts.transactions.get(handleOf(cookies[requestCookie] ?? ''))?.handOver,
    certificates: { list: () => listedCertificates(parts) },
    ownKeys: () => listedOwnKeys(parts.keys()),
    actions: [
      {
        method: 'POST',
        path: paths.acs,
        event: 'sso.sign-in.completed',
        run: (request) => complete(parts, request),
        refused: refusedAnswer,
      },
      {
        method: 'GET',
        path: paths.slo,
        event: 'sso.saml-logout.received',
        run: (request) => receiveLogout(parts, request, { kind: 'query', raw: request.rawQuery }),
        refused: nothingEndedPage,
      },
      {
        method: 'POST',
        path: paths.slo,
        event: 'sso.saml-logout.received',
        run: (request) =>
          receiveLogout(parts, request, { kind: 'form', message: request.form.SAMLRequest ?? request.form.SAMLResponse ?? '' }),
        refused: nothingEndedPage,
      },
      { method: 'GET', path: paths.metadata, event: 'sso.saml-metadata.shown', run: async () => shownMetadata(parts) },
    ],
  };
}

/** Shown whatever protocol is set: it is what an admin gives to the identity provider before anything is set. */
function shownMetadata(parts: ReturnType<typeof samlParts>) {
  const keys = parts.keys();
  if (!keys) return emptyAnswer(404);
  const format = samlOnly(parts.settings.current())?.nameIdFormat ?? 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
  return textAnswer(ownMetadata(parts.own, keys, format), 'application/samlmetadata+xml');
}

/** What was not this browser's, or came too late or twice, is begun anew; all else is for the administrators. */
const refusedAnswer = ({ code }: Refusal): Answer =>
  code.startsWith('session.') || attemptRules.some((rule) => rule.code === code) ? startAgainPage() : signInFailedPage();
