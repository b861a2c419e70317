/** Everything there is to judge about one SAML response. */
import type { SignatureFacts } from '../signature/judged.ts';
import type { Lexis } from '../xml/lexis.ts';
import type { AssertionContent } from './assertion.ts';

/** What the settings and the attempt demand. */
export type Expected = {
  readonly nowMs: number;
  /** Our own name: the audience. */
  readonly entityId: string;
  /** Where responses are received: destination and recipient. */
  readonly acsUrl: string;
  readonly idpEntityId: string;
  readonly nameIdFormat: string;
  readonly authnContexts: readonly string[];
  readonly forceAuthn: boolean;
  readonly idpInitiated: boolean;
  readonly encryptedAssertionsOnly: boolean;
  readonly signedResponsesOnly: boolean;
};

/** The text of the message, and of what was encrypted in it. */
export type MessageFacts = Lexis & {
  readonly bytes: number;
  /** Base64 of UTF-8 that makes one tree. */
  readonly readable: boolean;
  readonly idsAreNames: boolean;
  readonly idsAreUnique: boolean;
};

/** What the response says around the assertion: believed in no yes, good enough for a no. SAML Core 2.0 §3.2.2. */
export type EnvelopeFacts = {
  readonly isResponse: boolean;
  readonly version: string | undefined;
  readonly issuer: string | undefined;
  readonly destination: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly status: string | undefined;
};

export type AssertionsFacts = {
  /** Anywhere in the message, encrypted ones too. */
  readonly found: number;
  /** One that stands where it belongs: right in the response. */
  readonly inPlace: boolean;
  readonly encrypted: boolean;
  /** It was not encrypted, or our key opens it, and an assertion is in it. */
  readonly opened: boolean;
};

/** The attempt that this is the answer to, and the browser that brought it. */
export type RequestFacts = {
  readonly known: boolean;
  readonly startedAtMs: number;
  /** The cookie of this browser names the same request (S8). */
  readonly browserMatches: boolean;
  readonly sameIdp: boolean;
  readonly relayState: 'same' | 'other' | 'missing';
};

export type ResponseFacts = {
  readonly expected: Expected;
  readonly message: MessageFacts;
  readonly envelope: EnvelopeFacts;
  readonly assertions: AssertionsFacts;
  readonly signatures: readonly SignatureFacts[];
  /** An assertion with this id was brought before. */
  readonly seenBefore: boolean;
  readonly request: RequestFacts;
  /** Read from signed bytes only. */
  readonly assertion: AssertionContent;
  /** What node-saml makes of the same message. */
  readonly library: 'agrees' | 'disagrees';
};
