/** Looks at the identity provider's discovery document, or at its keys where the endpoints are fixed, and at nothing that it names unless the domain allowlist has it (S18). OIDC Discovery 1.0 §4. */
import { z } from 'zod';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import type { Clock, Outbound } from '../../../kernel/ports.ts';
import type { Discovered } from '../idp.ts';
import { askForDocument } from '../idp-document.ts';
import { recentLook } from '../recent-look.ts';
import { readJsonObject } from './strict-json.ts';

const metadataSchema = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});
export type IdpMetadata = z.infer<typeof metadataSchema>;
export type Discovery = { readonly discovered: Discovered; readonly metadata?: IdpMetadata };

export type Discoverer = {
  /** Asked before every redirect; the answer is at most five seconds old. Never throws. */
  look(settings: OidcSettings): Promise<Discovery>;
};

type Asking = { readonly outbound: Outbound; readonly allows: (url: URL) => boolean };

/** `allows` is the domain allowlist. */
export function discoverer({ outbound, clock, allows }: Asking & { readonly clock: Clock }): Discoverer {
  const asking = { outbound, allows };
  return {
    look: recentLook(clock, {
      about: ({ issuer, endpoints }) => [issuer, endpoints],
      look: ({ issuer, endpoints }) => (endpoints ? lookAtEndpoints(issuer, endpoints, asking) : lookNow(issuer, asking)),
    }),
  };
}

async function lookNow(issuer: string, { outbound, allows }: Asking): Promise<Discovery> {
  const url = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!allows(url)) return { discovered: 'endpoint-not-allowed' };
  const found = await asked(url, outbound);
  return typeof found === 'string' ? { discovered: found } : judgeDocument(found, issuer, allows);
}

/** Nothing is discovered: the identity provider is there when its keys are. */
async function lookAtEndpoints(
  issuer: string,
  endpoints: NonNullable<OidcSettings['endpoints']>,
  { outbound, allows }: Asking,
): Promise<Discovery> {
  const { authorization, token, keys, endSession } = endpoints;
  const metadata: IdpMetadata = {
    issuer,
    authorization_endpoint: authorization,
    token_endpoint: token,
    jwks_uri: keys,
    ...(endSession === undefined ? {} : { end_session_endpoint: endSession }),
  };
  if (!namesOnlyAllowed(metadata, allows)) return { discovered: 'endpoint-not-allowed' };
  const found = await asked(new URL(keys), outbound);
  return typeof found === 'string' ? { discovered: found } : { discovered: 'good', metadata };
}

async function asked(url: URL, outbound: Outbound): Promise<Uint8Array | Discovered> {
  const answer = await askForDocument(outbound, url, 'application/json');
  if (typeof answer === 'string') return answer;
  return answer.status === 200 ? answer.body : 'bad-status';
}

function judgeDocument(document: Uint8Array, issuer: string, allows: (url: URL) => boolean): Discovery {
  const read = readJsonObject(document);
  const parsed = metadataSchema.safeParse(read?.namesRepeated ? undefined : read?.value);
  if (!parsed.success) return { discovered: 'malformed' };
  const metadata = parsed.data;
  if (metadata.issuer !== issuer) return { discovered: 'issuer-other' };
  return namesOnlyAllowed(metadata, allows) ? { discovered: 'good', metadata } : { discovered: 'endpoint-not-allowed' };
}

function namesOnlyAllowed(metadata: IdpMetadata, allows: (url: URL) => boolean): boolean {
  const named = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri, metadata.end_session_endpoint];
  return named.every((endpoint) => endpoint === undefined || allows(new URL(endpoint)));
}

/** A kept document, judged anew: the allowlist may have changed since (S18). */
export function lastKnownMetadata(kept: unknown, issuer: string, allows: (url: URL) => boolean): IdpMetadata | undefined {
  const { data } = metadataSchema.safeParse(kept);
  return data?.issuer === issuer && namesOnlyAllowed(data, allows) ? data : undefined;
}
