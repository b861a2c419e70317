/** Judges the user context token (UCT) by which the authentication service, or break-glass, tells one product who is asking. Threats: a token for another product, of another cloud, an old one, one with another key, one used twice. RFC 7519, RFC 8725 §3. */
import type { JSONWebKeySet } from 'jose';
import { type Channel, type ContextClaims, contextAlgorithm, contextLifetimeSeconds, contextType } from './context-claims.ts';
import { type claimsSeen, maxTokenLength } from './context-token.ts';
import type { RefusalCode, RuleTable } from './rule.ts';

declare const verified: unique symbol;
/** Proof that every rule of the product's table was judged. */
export type VerifiedContext = ContextClaims & { readonly [verified]: true };

/** `undefined` where it could not be asked, because something before it is missing. */
export type ContextFacts = {
  readonly present: boolean;
  readonly single: boolean;
  readonly length: number;
  readonly parts: number;
  readonly readable: boolean;
  readonly header: Readonly<Record<string, unknown>>;
  readonly headerHasNothingElse: boolean;
  readonly issuerKnown: boolean;
  readonly keyKnown: boolean;
  readonly keyStruckOut: boolean;
  /** What jose said of the whole token, by the key that the header names. */
  readonly library: 'accepted' | 'signature-wrong' | 'refused' | 'not-asked';
  readonly claims: ReturnType<typeof claimsSeen>;
  readonly audience: unknown;
  readonly audienceIsList: boolean;
  readonly product: string;
  readonly cloudMatches: boolean;
  readonly channelMatches: boolean;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** In seconds, with fractions. */
  readonly now: number;
  readonly usedBefore: boolean;
};

const declared = {
  type: contextType,
  algorithm: contextAlgorithm,
  lifetimeSeconds: contextLifetimeSeconds,
  maxLength: maxTokenLength,
} as const;
const keyMembers = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256'] as const;

/** The rules of one product, with the product's name in the codes: what the token is, who signed it, what it says, when, and whether it was seen before. */
export const contextRules = <Product extends string>(product: Product) =>
  [
    { code: `${product}.uct.missing`, cites: ['I-09'], holds: (f: ContextFacts) => f.present },
    { code: `${product}.uct.repeated`, cites: ['I-09', 'RFC 9110 §5.3'], holds: (f: ContextFacts) => f.single },
    {
      code: `${product}.uct.too-large`,
      cites: ['I-09', 'NIST SP 800-53 SC-5'],
      holds: (f: ContextFacts) => f.length <= declared.maxLength,
      reads: { declared },
    },
    { code: `${product}.uct.encrypted`, cites: ['I-09', 'RFC 7516 §9'], holds: (f: ContextFacts) => f.parts !== 5 },
    { code: `${product}.uct.malformed`, cites: ['I-09', 'RFC 7519 §7.2'], holds: (f: ContextFacts) => f.readable },
    {
      code: `${product}.uct.type-other`,
      cites: ['I-09', 'RFC 8725 §3.11'],
      holds: (f: ContextFacts) => f.header.typ === declared.type,
      reads: { declared },
    },
    {
      code: `${product}.uct.algorithm-other`,
      cites: ['I-09', 'RFC 8725 §3.1'],
      holds: (f: ContextFacts) => f.header.alg === declared.algorithm,
      reads: { declared },
    },
    { code: `${product}.uct.header-critical`, cites: ['I-09', 'RFC 7515 §4.1.11'], holds: (f: ContextFacts) => !('crit' in f.header) },
    {
      code: `${product}.uct.key-in-header`,
      cites: ['I-09', 'RFC 8725 §3.10'],
      holds: (f: ContextFacts) => keyMembers.every((name) => !(name in f.header)),
      reads: { keyMembers },
    },
    { code: `${product}.uct.header-unlisted`, cites: ['I-09', 'RFC 8725 §3.6'], holds: (f: ContextFacts) => f.headerHasNothingElse },
    { code: `${product}.uct.issuer-unknown`, cites: ['I-09', 'RFC 7519 §4.1.1'], holds: (f: ContextFacts) => f.issuerKnown },
    { code: `${product}.uct.key-struck-out`, cites: ['I-09', 'C-06'], holds: (f: ContextFacts) => !f.keyStruckOut },
    { code: `${product}.uct.key-unknown`, cites: ['I-09', 'RFC 7515 §4.1.4'], holds: (f: ContextFacts) => f.keyKnown },
    {
      code: `${product}.uct.signature-wrong`,
      cites: ['I-09', 'RFC 7515 §5.2'],
      holds: (f: ContextFacts) => f.library !== 'signature-wrong',
    },
    { code: `${product}.uct.claim-missing`, cites: ['I-09', 'RFC 7519 §4'], holds: (f: ContextFacts) => f.claims.allThere },
    { code: `${product}.uct.claim-unlisted`, cites: ['I-09', 'I-11'], holds: (f: ContextFacts) => f.claims.nothingElse },
    { code: `${product}.uct.claim-malformed`, cites: ['I-09', 'RFC 7519 §4.1'], holds: (f: ContextFacts) => f.claims.wellFormed },
    { code: `${product}.uct.audience-many`, cites: ['I-09', 'RFC 8725 §3.9'], holds: (f: ContextFacts) => !f.audienceIsList },
    {
      code: `${product}.uct.audience-other`,
      cites: ['I-09', 'RFC 7519 §4.1.3'],
      holds: (f: ContextFacts) => f.audience === f.product,
    },
    { code: `${product}.uct.cloud-other`, cites: ['I-01', 'I-09'], holds: (f: ContextFacts) => f.cloudMatches },
    { code: `${product}.uct.channel-other`, cites: ['I-09', 'S21'], holds: (f: ContextFacts) => f.channelMatches },
    {
      code: `${product}.uct.lifetime-too-long`,
      cites: ['I-09', 'RFC 9068 §5'],
      holds: (f: ContextFacts) => f.expiresAt - f.issuedAt <= declared.lifetimeSeconds,
      reads: { declared },
    },
    { code: `${product}.uct.issued-in-future`, cites: ['I-09', 'RFC 7519 §4.1.6'], holds: (f: ContextFacts) => f.issuedAt <= f.now },
    { code: `${product}.uct.expired`, cites: ['I-09', 'RFC 7519 §4.1.4'], holds: (f: ContextFacts) => f.now < f.expiresAt },
    { code: `${product}.uct.replayed`, cites: ['I-09', 'RFC 7519 §4.1.7'], holds: (f: ContextFacts) => !f.usedBefore },
    { code: `${product}.uct.library-refused`, cites: ['I-09', 'RFC 7515 §5.2'], holds: (f: ContextFacts) => f.library === 'accepted' },
  ] as const satisfies RuleTable<ContextFacts, RefusalCode>;

export type ContextIssuer = {
  readonly issuer: string;
  readonly channel: Channel;
  /** Its public keys as they are now. */
  keys(): JSONWebKeySet;
  struckOut?(kid: string): boolean;
};
/** What whoever verifies is given of a signer: nothing that signs. */
export const verifying = (
  { issuer, keys, struckOut }: Pick<ContextIssuer, 'issuer' | 'keys' | 'struckOut'>,
  channel: Channel,
): ContextIssuer => ({ issuer, channel, keys, ...(struckOut && { struckOut }) });
export type ContextVerifier = (token: string | undefined) => Promise<VerifiedContext>;
