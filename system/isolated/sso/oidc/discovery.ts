/** Looks at the identity provider's discovery document, and at nothing that it names unless the domain allowlist has it (S18). OIDC Discovery 1.0 §4. */
import { z } from 'zod';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import { type Clock, type Outbound, OutboundFailure } from '../../../kernel/ports.ts';
import type { Discovered } from '../idp.ts';

/** An identity provider that does not answer within this time is away. */
export const discoveryTimeoutMs = 5_000;
const maxDocumentBytes = 256 * 1024;
const cachedForMs = 5_000;

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

/** `allows` is the domain allowlist. */
export function discoverer({
  outbound,
  clock,
  allows,
}: {
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly allows: (url: URL) => boolean;
}): Discoverer {
  let last: { readonly issuer: string; readonly atMs: number; readonly found: Promise<Discovery> } | undefined;
  return {
    look(settings) {
      const fresh = last !== undefined && last.issuer === settings.issuer && Math.abs(clock.now() - last.atMs) < cachedForMs;
      if (!fresh || !last) last = { issuer: settings.issuer, atMs: clock.now(), found: lookNow(settings.issuer, outbound, allows) };
      return last.found;
    },
  };
}

async function lookNow(issuer: string, outbound: Outbound, allows: (url: URL) => boolean): Promise<Discovery> {
  const url = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!allows(url)) return { discovered: 'endpoint-not-allowed' };
  try {
    const answer = await outbound.request({
      url,
      method: 'GET',
      headers: { accept: 'application/json' },
      timeoutMs: discoveryTimeoutMs,
      maxBytes: maxDocumentBytes,
    });
    if (answer.status !== 200) return { discovered: 'bad-status' };
    return judgeDocument(new TextDecoder().decode(answer.body), issuer, allows);
  } catch (error) {
    if (error instanceof OutboundFailure) return { discovered: error.kind };
    throw error;
  }
}

function judgeDocument(text: string, issuer: string, allows: (url: URL) => boolean): Discovery {
  const parsed = metadataSchema.safeParse(jsonOrNothing(text));
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

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
