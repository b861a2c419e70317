/** Gathers everything there is to judge about one logout message, by either binding, and reads it from what was signed. SAML Bindings 2.0 §3.4.4.1, §3.5.4. */
import { verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { handleOf, sameSecret } from '../../../../kernel/secret-handle.ts';
import type { IdpCertificate } from '../certificates.ts';
import { readInstant } from '../instant.ts';
import { idsWithin, nameIdOf } from '../saml-response/assertion.ts';
import { maxDepth, maxMessageBytes, maxNodes } from '../saml-response/rules/message.ts';
import { canonicalization, digests, transforms } from '../saml-response/rules/signature.ts';
import { judgedSignatures, type SignatureFacts } from '../signature/judged.ts';
import type { VerifySignature } from '../signature/verify.ts';
import { attributeOf, childrenNamed, isNamed, onlyChild, type Parsed, parse, textOf, type XmlElement } from '../xml/tree.ts';
import type { LogoutFacts } from './facts.ts';

/** Kept under the hash of the id of our own logout request, once. */
export type Leaving = { readonly startedAtMs: number };
export type ReceivedLogout = {
  /** What came in a form, or in a query with its characters as they were written. */
  readonly binding: { readonly kind: 'form'; readonly message: string } | { readonly kind: 'query'; readonly raw: string };
  /** The request that this browser took to the identity provider, by its cookie. */
  readonly browserRequestId: string | undefined;
};
export type GatheringLogout = {
  readonly nowMs: number;
  readonly idpEntityId: string;
  readonly sloUrl: string;
  /** Whose signatures count. */
  readonly certificates: readonly IdpCertificate[];
  readonly verifySignature: VerifySignature;
  takeLeaving(requestIdHash: string): Leaving | undefined;
  noteBrought(idHash: string): boolean;
};
/** Whom a logout request is about; what a logout response says became of ours. */
export type LogoutContent = {
  readonly id: string;
  readonly nameId: string;
  readonly sessionIndexes: readonly string[];
  readonly success: boolean;
};
type Signed = Pick<LogoutFacts, 'signed' | 'signatureSound' | 'algorithm' | 'verifiedBy'> & { readonly message: XmlElement | undefined };

/** Never throws for what came from outside. */
export function gatherLogout(
  gathering: GatheringLogout,
  { binding, browserRequestId }: ReceivedLogout,
): { readonly facts: LogoutFacts; readonly content: LogoutContent } {
  const { text, bytes } = binding.kind === 'form' ? fromForm(binding.message) : fromQuery(binding.raw);
  const parsed = parse(text);
  const { certificates } = gathering;
  const signedQuery = binding.kind === 'query' ? ofQuery(binding.raw, parsed, certificates) : undefined;
  const { message, ...signature } = signedQuery ?? ofForm(parsed, certificates, gathering.verifySignature);
  const content = contentOf(message);
  const inResponseTo = attributeOf(parsed.root, 'InResponseTo') ?? '';
  const leaving = gathering.takeLeaving(handleOf(inResponseTo));
  const facts: LogoutFacts = {
    ...signature,
    ...headingOf(parsed.root),
    nowMs: gathering.nowMs,
    bytes,
    plain: isPlain(parsed),
    idpEntityId: gathering.idpEntityId,
    sloUrl: gathering.sloUrl,
    seenBefore: signature.verifiedBy !== undefined && gathering.noteBrought(handleOf(`${gathering.idpEntityId} ${content.id}`)),
    namesSomebody: content.nameId !== '',
    leaving: {
      known: leaving !== undefined,
      startedAtMs: leaving?.startedAtMs ?? Number.NEGATIVE_INFINITY,
      browserMatches: browserRequestId !== undefined && sameSecret(browserRequestId, inResponseTo),
    },
  };
  return { facts, content };
}

/** Without a text when there is more of it than may come: then it is refused by its size, and nothing of it is read. */
type Unpacked = { readonly text: string; readonly bytes: number };
function fromForm(message: string): Unpacked {
  const packed = Buffer.from(message, 'base64');
  return { text: packed.length > maxMessageBytes ? '' : packed.toString('utf8'), bytes: packed.length };
}

/** Never unpacks more than may come. */
function fromQuery(raw: string): Unpacked {
  const query = new URLSearchParams(raw);
  const packed = Buffer.from(query.get('SAMLRequest') ?? query.get('SAMLResponse') ?? '', 'base64');
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: maxMessageBytes });
    return { text: unpacked.toString('utf8'), bytes: unpacked.length };
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { text: '', bytes: tooLarge ? maxMessageBytes + 1 : 0 };
  }
}

function isPlain({ root, lexis }: Parsed): boolean {
  const { doctype, comment, instruction, cdata, depth, nodes } = lexis;
  const ids = root ? idsWithin(root) : [];
  const isSmall = depth <= maxDepth && nodes <= maxNodes;
  return root !== undefined && !doctype && !comment && !instruction && !cdata && isSmall && new Set(ids).size === ids.length;
}

/** The signature stands beside the message, over the fields as they were written, in this order. */
function ofQuery(raw: string, { root }: Parsed, certificates: readonly IdpCertificate[]): Signed {
  const written = (name: string): string | undefined => raw.split('&').find((field) => field.startsWith(`${name}=`));
  const fields = [written('SAMLRequest') ?? written('SAMLResponse'), written('RelayState'), written('SigAlg')];
  const value = new URLSearchParams(raw);
  const [algorithm, signature] = [value.get('SigAlg') ?? '', value.get('Signature')];
  const said = Buffer.from(fields.filter((field) => field !== undefined).join('&'));
  const verifiedBy = certificates.find(({ pem }) => signature !== null && verifies(said, algorithm, { pem, signature }));
  const once = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'].every((name) => value.getAll(name).length <= 1);
  const oneMessage = !(value.has('SAMLRequest') && value.has('SAMLResponse'));
  return { signed: signature !== null, signatureSound: once && oneMessage, algorithm, verifiedBy, message: root };
}

const hashes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': 'sha1',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
};
function verifies(said: Buffer, algorithm: string, { pem, signature }: { readonly pem: string; readonly signature: string }): boolean {
  const hash = hashes[algorithm];
  return hash !== undefined && verify(hash, said, pem, Buffer.from(signature, 'base64'));
}

const unsigned: Signed = { signed: false, signatureSound: false, algorithm: '', verifiedBy: undefined, message: undefined };
function ofForm(parsed: Parsed, certificates: readonly IdpCertificate[], verifySignature: VerifySignature): Signed {
  // What is refused for its text is not worth the arithmetic.
  if (!isPlain(parsed)) return unsigned;
  const signable = parsed.root ? [{ element: parsed.root, as: 'message' as const }] : [];
  const found = judgedSignatures(parsed, { certificates, verify: verifySignature, signable });
  const [first] = found;
  const signed = first?.signedBytes === undefined ? undefined : parse(first.signedBytes).root;
  return {
    signed: found.length > 0,
    signatureSound: found.length === 1 && first !== undefined && isSound(first.facts),
    algorithm: first?.facts.algorithm ?? '',
    verifiedBy: first?.facts.verifiedBy,
    message: signed,
  };
}

const isSound = (signature: SignatureFacts): boolean =>
  signature.of === 'message' &&
  signature.wellShaped &&
  signature.references === 1 &&
  signature.namesItsParent &&
  signature.transforms.join() === transforms &&
  signature.canonicalization === canonicalization &&
  digests.includes(signature.digest);

const headingOf = (root: XmlElement | undefined) => ({
  kind: isNamed(root, 'protocol', 'LogoutRequest')
    ? ('request' as const)
    : isNamed(root, 'protocol', 'LogoutResponse')
      ? ('response' as const)
      : ('other' as const),
  version: attributeOf(root, 'Version'),
  issuer: textOf(onlyChild(root, 'assertion', 'Issuer')),
  destination: attributeOf(root, 'Destination'),
  issuedAt: readInstant(attributeOf(root, 'IssueInstant')),
  notOnOrAfter: readInstant(attributeOf(root, 'NotOnOrAfter')),
});

const contentOf = (message: XmlElement | undefined): LogoutContent => ({
  id: attributeOf(message, 'ID') ?? '',
  nameId: nameIdOf(onlyChild(message, 'assertion', 'NameID'))?.value ?? '',
  sessionIndexes: childrenNamed(message, 'protocol', 'SessionIndex').flatMap((index) => textOf(index) ?? []),
  success:
    attributeOf(onlyChild(onlyChild(message, 'protocol', 'Status'), 'protocol', 'StatusCode'), 'Value') ===
    'urn:oasis:names:tc:SAML:2.0:status:Success',
});
