/** Gathers the facts of an ID token. OIDC Core 1.0 §3.1.3.6 to §3.1.3.8. */
import { createHash } from 'node:crypto';
import type { OidcSettings } from '../../../../kernel/idp-settings.ts';
import { sameSecret } from '../../../../kernel/secret-handle.ts';
import { audienceFacts, isText, named, timeFacts } from '../claim-facts.ts';
import type { CompactJws } from '../compact-jws.ts';
import { headerFacts } from '../header-facts.ts';
import type { IdTokenFacts, KeyFacts, Named } from './facts.ts';

export type IdTokenSurroundings = {
  readonly settings: OidcSettings;
  readonly nonce: string;
  /** The access token that came beside it. */
  readonly accessToken: string;
  readonly key: KeyFacts;
  readonly signatureRight: boolean;
  readonly nowSeconds: number;
  readonly library: 'accepted' | 'refused';
};

export function idTokenFacts(jws: CompactJws, surroundings: IdTokenSurroundings): IdTokenFacts {
  const { settings, nonce, accessToken, ...judgedBefore } = surroundings;
  const { form, namesRepeated, claims } = jws;
  const { idTokenAlgorithm: algorithm, clientId, issuer, demandedAcr } = settings;
  return {
    ...judgedBefore,
    form,
    namesRepeated,
    header: headerFacts(jws, { types: ['jwt'], algorithm }),
    logoutEvent: claims.events !== undefined,
    issuer: named(claims.iss, issuer),
    audience: audienceFacts(claims, clientId),
    authorizedParty: named(claims.azp, clientId),
    subject: { given: isText(claims.sub), bytes: isText(claims.sub) ? Buffer.byteLength(claims.sub) : 0 },
    times: timeFacts(claims),
    nonce: nonceFact(claims.nonce, nonce),
    accessTokenHash: named(claims.at_hash, accessTokenHash(accessToken, algorithm)),
    acr: acrFact(claims.acr, demandedAcr),
  };
}

const nonceFact = (given: unknown, ours: string): Named =>
  given === undefined ? 'none' : typeof given === 'string' && sameSecret(given, ours) ? 'ours' : 'other';

function acrFact(given: unknown, demanded: OidcSettings['demandedAcr']): Named {
  if (demanded.length === 0) return 'ours';
  if (given === undefined) return 'none';
  return typeof given === 'string' && demanded.includes(given) ? 'ours' : 'other';
}

/** The left half of the access token's hash, by the hash of the ID token's algorithm. EdDSA with Ed25519 hashes with SHA-512. */
function accessTokenHash(accessToken: string, algorithm: OidcSettings['idTokenAlgorithm']): string {
  const digest = createHash(algorithm === 'EdDSA' ? 'sha512' : `sha${algorithm.slice(2)}`)
    .update(accessToken)
    .digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}
