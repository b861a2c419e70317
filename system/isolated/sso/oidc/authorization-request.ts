/** What a person is sent to the identity provider with, and what is kept until they come back. OIDC Core 1.0 §3.1.2.1, RFC 7636 §4.3. */
import { createHash } from 'node:crypto';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import type { Random } from '../../../kernel/ports.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';
import type { IdpMetadata } from './discovery.ts';

/** Kept under the hash of the state, once. */
export type Transaction = {
  /** The state of the hand-over that the sign-in is for. */
  readonly handOver: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The hash of the secret in the browser's cookie. */
  readonly browser: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The metadata promised an `iss` parameter in every answer (RFC 9207 §3). */
  readonly issuerPromised: boolean;
  readonly startedAtMs: number;
};

export type AuthorizationRequest = {
  readonly url: URL;
  readonly state: string;
  /** For the cookie that binds the answer to this browser. */
  readonly browser: string;
  readonly transaction: Transaction;
};

/** Fresh state, nonce, verifier and browser secret for one attempt. */
export function authorizationRequest(options: {
  readonly random: Random;
  readonly metadata: IdpMetadata;
  readonly settings: Pick<OidcSettings, 'clientId' | 'demandedAcr'>;
  readonly redirectUri: string;
  readonly handOver: string;
  readonly nowMs: number;
}): AuthorizationRequest {
  const { random, metadata, handOver, nowMs } = options;
  const { clientId, demandedAcr } = options.settings;
  const [state, nonce, verifier, browser] = [newSecret(random), newSecret(random), newSecret(random), newSecret(random)];
  const url = new URL(metadata.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: options.redirectUri,
    scope: 'openid email',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(demandedAcr.length === 0 ? {} : acrRequest(demandedAcr)),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const transaction = {
    handOver,
    nonce,
    verifier,
    browser: handleOf(browser),
    issuer: metadata.issuer,
    clientId,
    issuerPromised: metadata.authorization_response_iss_parameter_supported === true,
    startedAtMs: nowMs,
  };
  return { url, state, browser, transaction };
}

/** Both ways of asking: the first is a wish, and only the second may not be left unanswered. OIDC Core 1.0 §3.1.2.1, §5.5.1.1. */
const acrRequest = (values: OidcSettings['demandedAcr']): { readonly acr_values: string; readonly claims: string } => ({
  acr_values: values.join(' '),
  claims: JSON.stringify({ id_token: { acr: { essential: true, values } } }),
});
