/** How a fault of a SAML identity provider is seen: by a whole sign-in, or in its metadata. SAML Metadata 2.0 §2.4.3. */
import { X509Certificate } from 'node:crypto';
import { type SamlEnd, samlSignInSeen } from '../../idp-probe/saml-sign-in.ts';
import type { Disturbable, Fault } from '../fault.ts';

type Observe = Fault['observe'];

/** What a response says of itself: nothing of it was verified. */
export type ResponseSeen = {
  readonly signatures: number;
  readonly algorithms: readonly string[];
  /** Base64 of the DER in the first KeyInfo that has one. */
  readonly certificate: string | undefined;
  readonly nameIdFormat: string;
  readonly attributes: readonly string[];
  readonly encrypted: boolean;
  readonly issuedAtMs: number;
};

const all = (xml: string, expression: RegExp): readonly string[] => [...xml.matchAll(expression)].map(([, found = '']) => found);

const readResponse = (xml: string): ResponseSeen => ({
  signatures: all(xml, /<((?:\w+:)?Signature)[\s>]/g).length,
  algorithms: all(xml, /SignatureMethod Algorithm="([^"]*)"/g),
  certificate: all(xml, /<(?:\w+:)?X509Certificate>([^<]*)</g)[0]?.replaceAll(/\s/g, ''),
  nameIdFormat: all(xml, /<(?:\w+:)?NameID[^>]*Format="([^"]*)"/g)[0] ?? '',
  attributes: all(xml, /<(?:\w+:)?Attribute\b[^>]*\bName="([^"]*)"/g),
  encrypted: /<(?:\w+:)?EncryptedAssertion[\s>]/.test(xml),
  issuedAtMs: Date.parse(all(xml, /\bIssueInstant="([^"]*)"/g)[0] ?? ''),
});

/** Signed twice by the certificate that the realm has now, readable, about somebody with a lasting name, with everything that it should say, and made now. */
async function isHonest(seen: ResponseSeen, { realm }: Disturbable): Promise<boolean> {
  const certificate = new X509Certificate(await realm.saml.certificatePem()).raw.toString('base64');
  return (
    seen.signatures === 2 &&
    seen.algorithms.every((each) => each.endsWith('#rsa-sha256')) &&
    seen.certificate === certificate &&
    seen.nameIdFormat.endsWith(':persistent') &&
    ['email', 'groups'].every((name) => seen.attributes.includes(name)) &&
    Math.abs(seen.issuedAtMs - Date.now()) < 60_000
  );
}

const inWords = (end: SamlEnd): string => {
  switch (end.ended) {
    case 'no-answer':
      return `a sign-in by SAML had no answer: ${end.why}`;
    case 'page':
      return `a sign-in by SAML ended on a page (${end.status})`;
    case 'response': {
      const { signatures, nameIdFormat, attributes, encrypted } = readResponse(end.xml);
      const about = encrypted
        ? 'an encrypted assertion'
        : `a name of ${nameIdFormat.split(':').at(-1)} and ${attributes.length} attributes`;
      return `a sign-in by SAML ended with a response with ${signatures} signatures, ${about}`;
    }
  }
};

/** Present when `isTheFault` says so of how a sign-in ends; absent only when it ends with an honest response. */
export const seenBySamlSignIn =
  (isTheFault: (seen: ResponseSeen | { readonly stoppedWith: number }, world: Disturbable) => boolean): Observe =>
  async (world) => {
    const end = await samlSignInSeen(world);
    const detail = inWords(end);
    if (end.ended === 'no-answer') return { seen: 'unclear', detail };
    const seen = end.ended === 'page' ? { stoppedWith: end.status } : readResponse(end.xml);
    if (isTheFault(seen, world)) return { seen: 'present', detail };
    return { seen: 'signatures' in seen && (await isHonest(seen, world)) ? 'absent' : 'unclear', detail };
  };

/** Present when `isTheFault` says so of the metadata; absent only when they are this realm's, with an address to sign in at. */
export const seenInMetadata =
  (isTheFault: (seen: { readonly status: number; readonly text: string }) => boolean): Observe =>
  async ({ probe, realm }) => {
    const answer = await probe.exchange({ path: realm.saml.metadataUrl.pathname });
    if ('failed' in answer) return { seen: 'unclear', detail: `no metadata: ${answer.failed.kind}` };
    const { status, body } = answer;
    const detail = `the metadata were answered with ${status} and ${body.length} characters`;
    if (isTheFault({ status, text: body })) return { seen: 'present', detail };
    const own = body.includes(`entityID="${realm.saml.entityId}"`) && body.includes('SingleSignOnService');
    return { seen: status === 200 && own ? 'absent' : 'unclear', detail };
  };
