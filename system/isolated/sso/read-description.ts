/** Reads an identity provider's own description of itself, from its address or as text, for AdminHub to make a draft of (S18). Nothing is followed, and nothing is kept. */
import type { IdpDescription, ImportFrom, ImportOutcome } from '../../kernel/idp-settings-draft.ts';
import { askForDocument } from './idp-document.ts';
import { readJsonObject } from './oidc/index.ts';
import type { Parts } from './parts.ts';
import { readSamlDescription } from './saml/index.ts';

export async function readDescription(parts: Parts, from: ImportFrom): Promise<ImportOutcome> {
  if ('text' in from) return described(parts, new TextEncoder().encode(from.text), undefined);
  const url = URL.parse(from.address);
  if (url === null || !parts.allows(url)) return { outcome: 'address-not-allowed' };
  const answer = await askForDocument(parts.outbound, url, 'application/json, application/samlmetadata+xml, application/xml');
  return typeof answer === 'object' && answer.status === 200 ? described(parts, answer.body, from.address) : { outcome: 'unreachable' };
}

function described(parts: Parts, bytes: Uint8Array<ArrayBuffer>, address: string | undefined): ImportOutcome {
  const found = oidcOf(bytes) ?? samlOf(new TextDecoder().decode(bytes), address);
  if (!found) return { outcome: 'not-readable' };
  const allowed = found.places.every((place) => {
    const url = URL.parse(place);
    return url !== null && parts.allows(url);
  });
  return allowed ? { outcome: 'good', description: found.description } : { outcome: 'names-another-place' };
}

type Found = { readonly description: IdpDescription; readonly places: readonly string[] };

/** OIDC Discovery 1.0 §3. */
function oidcOf(bytes: Uint8Array<ArrayBuffer>): Found | undefined {
  const read = readJsonObject(bytes);
  if (!read || read.namesRepeated) return undefined;
  const text = (name: string): string | undefined => (typeof read.value[name] === 'string' ? read.value[name] : undefined);
  const issuer = text('issuer');
  const needed = [issuer, text('authorization_endpoint'), text('token_endpoint'), text('jwks_uri')];
  if (issuer === undefined || needed.includes(undefined)) return undefined;
  const places = [...needed, text('end_session_endpoint')].flatMap((place) => (place === undefined ? [] : [place]));
  return { description: { protocol: 'oidc', issuer }, places };
}

function samlOf(text: string, metadataUrl: string | undefined): Found | undefined {
  const read = readSamlDescription(text);
  if (!read) return undefined;
  const { places, ...description } = read;
  return { description: { protocol: 'saml', ...description, metadataUrl }, places };
}
