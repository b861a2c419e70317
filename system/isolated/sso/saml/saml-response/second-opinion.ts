/** What node-saml makes of a response that our own rules are to judge: if it reads another person, or none, nobody is signed in (S9). */
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { skewMs } from './rules/times.ts';

export type Asked = {
  /** Base64, as it came. */
  readonly samlResponse: string;
  readonly certificatePems: readonly string[];
  readonly decryptionKeyPem: string;
  readonly entityId: string;
  readonly acsUrl: string;
  readonly idpEntityId: string;
  /** The request that it must answer; undefined when it may be unasked for. */
  readonly requestId: string | undefined;
  readonly signedResponsesOnly: boolean;
  /** By our clock. */
  readonly nowMs: number;
  /** How far our clock is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
};
/** Whom our own reading would sign in. */
export type Reading = { readonly issuer: string | undefined; readonly nameId: string | undefined };
/** Agrees when it would sign in the same person, and nobody else. Never throws. */
export type SecondOpinion = (asked: Asked, ours: Reading) => Promise<'agrees' | 'disagrees'>;

/** The library reads the machine's clock: here it is told ours. */
class ByOurClock extends SAML {
  readonly #aheadMs: number;
  constructor(options: ConstructorParameters<typeof SAML>[0], aheadMs: number) {
    super(options);
    this.#aheadMs = aheadMs;
  }
  protected override checkTimestampsValidityError(nowMs: number, notBefore: string, notOnOrAfter: string, limitMs?: number): Error | null {
    return super.checkTimestampsValidityError(nowMs + this.#aheadMs, notBefore, notOnOrAfter, limitMs);
  }
}

/** The released one. Its errors have no codes, so all that is taken from it is yes or no. */
export const secondOpinion: SecondOpinion = async (asked, ours) => {
  if (asked.certificatePems.length === 0) return 'disagrees';
  try {
    const { profile } = await libraryFor(asked).validatePostResponseAsync({ SAMLResponse: asked.samlResponse });
    return profile && profile.issuer === ours.issuer && profile.nameID === ours.nameId ? 'agrees' : 'disagrees';
  } catch {
    return 'disagrees';
  }
};

const libraryFor = (asked: Asked): SAML =>
  new ByOurClock(
    {
      callbackUrl: asked.acsUrl,
      issuer: asked.entityId,
      audience: asked.entityId,
      idpIssuer: asked.idpEntityId,
      idpCert: [...asked.certificatePems],
      decryptionPvk: asked.decryptionKeyPem,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: asked.signedResponsesOnly,
      acceptedClockSkewMs: skewMs,
      validateInResponseTo: asked.requestId === undefined ? ValidateInResponseTo.never : ValidateInResponseTo.always,
      cacheProvider: {
        saveAsync: async () => null,
        // When it was made, by the machine's clock: the library wants to know how long ago that was.
        getAsync: async (id) => (id === asked.requestId ? new Date(asked.nowMs - asked.aheadMs).toISOString() : null),
        removeAsync: async () => null,
      },
    },
    asked.aheadMs,
  );
