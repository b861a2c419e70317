/** Everything there is to judge about one logout message of the identity provider. SAML Core 2.0 §3.7. */
import type { Instant } from '../instant.ts';

export type LogoutFacts = {
  readonly nowMs: number;
  readonly bytes: number;
  /** One tree, without a document type, comment, instruction or character data, not too deep, not of too many elements, and no id twice. */
  readonly plain: boolean;
  readonly kind: 'request' | 'response' | 'other';
  readonly version: string | undefined;
  readonly issuer: string | undefined;
  readonly idpEntityId: string;
  readonly destination: string | undefined;
  readonly sloUrl: string;
  readonly signed: boolean;
  /** In its place, over this message and nothing else, without any transform but the two; a signature of the query is always. */
  readonly signatureSound: boolean;
  readonly algorithm: string;
  readonly verifiedBy: { readonly notBeforeMs: number; readonly notAfterMs: number } | undefined;
  readonly seenBefore: boolean;
  readonly issuedAt: Instant;
  readonly notOnOrAfter: Instant;
  /** Of a request. */
  readonly namesSomebody: boolean;
  /** Of a response: the sign-out that it answers. */
  readonly leaving: { readonly known: boolean; readonly startedAtMs: number; readonly browserMatches: boolean };
};
