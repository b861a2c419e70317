/** Sign-in by OpenID Connect: the authorization code flow with PKCE, against one identity provider (I-05 to I-08). OIDC Core 1.0 §3.1. */
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import type { Parts } from '../parts.ts';
import type { Protocol } from '../protocol.ts';
import { look } from './begin.ts';
import type { CallbackRefusal } from './callback.ts';
import type { ExchangeRefusal } from './code-exchange/rules.ts';
import { complete } from './complete.ts';
import type { IdTokenRefusal } from './id-token/rules.ts';
import type { KeySetRefusal } from './keys.ts';
import type { LogoutTokenRefusal } from './logout-token/rules.ts';
import { lastKnown, oidcParts } from './parts.ts';

import type { OidcPolicy } from './policy.ts';

export { type OidcPolicy, releasedOidcPolicy } from './policy.ts';
export type OidcRefusal = CallbackRefusal | ExchangeRefusal | IdTokenRefusal | KeySetRefusal | LogoutTokenRefusal;

export function createOidc(given: Parts, policy: OidcPolicy): Protocol<OidcSettings> {
  const parts = oidcParts(given, policy);
  return {
    look: (settings, anyway) => look(parts, settings, anyway),
    knownBefore: (settings) => lastKnown(parts, settings) !== undefined,
    actions: [{ method: 'GET', path: '/callback', event: 'sso.sign-in.completed', run: (request) => complete(parts, request) }],
  };
}
