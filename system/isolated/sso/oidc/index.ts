/** Sign-in by OpenID Connect: the authorization code flow with PKCE, against one identity provider (I-05 to I-08). OIDC Core 1.0 §3.1. */

import { jsonAnswer } from '../../../kernel/answer.ts';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import type { PublishedIdpKey } from '../../../kernel/listed-keys.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import type { Action } from '../../../kernel/service.ts';
import { nothingEndedPage } from '../pages.ts';
import type { Parts } from '../parts.ts';
import type { Protocol } from '../protocol.ts';
import { look } from './begin.ts';
import type { CallbackRefusal } from './callback.ts';
import type { ExchangeRefusal } from './code-exchange/rules.ts';
import { complete } from './complete.ts';
import { frontChannelLogout } from './front-channel-logout/receive.ts';
import type { FrontChannelRefusal } from './front-channel-logout/rules.ts';
import type { IdTokenRefusal } from './id-token/rules.ts';
import { publishedKeys } from './keys/published-keys.ts';
import type { KeySetRefusal } from './keys/rules.ts';
import { leave, leavesTo } from './leaving/leave.ts';
import type { LeavingObstacle } from './leaving/rules.ts';
import { backChannelLogout, refusedBackChannel } from './logout-token/receive.ts';
import type { LogoutTokenRefusal } from './logout-token/rules.ts';
import { lastKnown, type OidcParts, oidcParts } from './parts.ts';
import type { OidcPolicy } from './policy.ts';
import { signedOut } from './signed-out/come-back.ts';
import type { SignedOutRefusal } from './signed-out/rules.ts';

export { clientKeyCollection, clientKeysIn } from './client-keys.ts';
export { type OidcPolicy, releasedOidcPolicy } from './policy.ts';
export { readJsonObject } from './strict-json.ts';
export type OidcRefusal =
  | CallbackRefusal
  | ExchangeRefusal
  | FrontChannelRefusal
  | IdTokenRefusal
  | KeySetRefusal
  | LeavingObstacle
  | LogoutTokenRefusal
  | SignedOutRefusal;

export type Oidc = Protocol<OidcSettings> & { publishedKeys(): Promise<readonly PublishedIdpKey[]> };

export function createOidc(given: Parts, policy: OidcPolicy): Oidc {
  const parts = oidcParts(given, policy);
  return {
    look: (settings, anyway) => look(parts, settings, anyway),
    knownBefore: (settings) => lastKnown(parts, settings) !== undefined,
    leave: (settings, idpSession) => leave(parts, settings, idpSession),
    leavesTo: (settings) => leavesTo(parts, settings),
    publishedKeys: () => publishedKeys(parts),
    begunFor: ({ query }) => parts.transactions.get(handleOf(query.state ?? ''))?.handOver,
    actions: actions(parts),
  };
}

const actions = (parts: OidcParts): readonly Action[] => [
  { method: 'GET', path: '/callback', event: 'sso.sign-in.completed', run: (request) => complete(parts, request) },
  {
    method: 'GET',
    path: '/signed-out',
    event: 'sso.sign-out.returned',
    run: (request) => signedOut(parts, request),
    refused: nothingEndedPage,
  },
  {
    method: 'GET',
    path: '/frontchannel-logout',
    event: 'sso.front-channel-logout.received',
    run: (request) => frontChannelLogout(parts, request),
    refused: nothingEndedPage,
  },
  {
    method: 'POST',
    path: '/backchannel-logout',
    event: 'sso.back-channel-logout.received',
    run: (request) => backChannelLogout(parts, request),
    refused: refusedBackChannel,
  },
  { method: 'GET', path: '/jwks', event: 'sso.client-keys.shown', run: async () => jsonAnswer(await parts.clientKeys.published()) },
];
