/** Sign-ins by SAML that hang on what the cloud has no use for: something that an administrator of the identity provider may change any day (C-03). */
import type { ReferencePolicy } from '../target/reference/index.ts';
import type { SystemDefect } from './defect.ts';
import { withSaml } from './parts.ts';

type ResponseTable = ReferencePolicy['cloud']['sso']['saml']['response'];
type Facts = Parameters<ResponseTable[number]['holds']>[0];

/** Honest in all else: one rule more, after all others. */
const demanding = (what: string, breaks: string, holds: (facts: Facts) => boolean): SystemDefect => ({
  name: `dependence:${what}`,
  kind: 'dependence',
  breaks,
  plant: (policy) => {
    const needless = { code: 'sso.saml-response.library-refused', cites: ['C-03'], holds } as const;
    const { saml } = policy.cloud.sso;
    const more = { ...saml, response: [...saml.response, needless] };
    return { ...policy, cloud: { ...policy.cloud, sso: { ...policy.cloud.sso, saml: more } } };
  },
});

export const samlNeedsAnEmail = demanding(
  'saml-needs-an-e-mail-address',
  'Nobody signs in by SAML without an e-mail address among the attributes.',
  ({ assertion }) => (assertion.attributes.email ?? []).length > 0,
);

export const samlNeedsGroups = demanding(
  'saml-needs-groups',
  'Nobody signs in by SAML without groups among the attributes.',
  ({ assertion }) => (assertion.attributes.groups ?? []).length > 0,
);

export const samlNeedsASignedEnvelope = demanding(
  'saml-needs-a-signed-envelope',
  'A signed assertion is not enough, although nobody demanded more.',
  ({ signatures }) => signatures.some(({ of }) => of === 'message'),
);

export const samlNeedsSha256 = demanding('saml-needs-sha-256', 'A stronger algorithm is refused, too.', ({ signatures }) =>
  signatures.every(({ algorithm }) => algorithm.endsWith('sha256')),
);

export const samlNeedsReadableAssertions = demanding(
  'saml-needs-readable-assertions',
  'What is encrypted to us is not opened.',
  ({ assertions }) => !assertions.encrypted,
);

/** Each plant has a certificate of its own. */
export const samlCertificateForEver: SystemDefect = {
  name: 'dependence:saml-certificate-for-ever',
  kind: 'dependence',
  breaks: 'The certificate that a signature was first verified with is the only one that counts from then on.',
  plant: (policy) => {
    const { verifySignature } = policy.cloud.sso.saml;
    let first: string | undefined;
    return withSaml(policy, {
      verifySignature: (signed) => {
        if (first !== undefined && signed.certificatePem !== first) return undefined;
        const bytes = verifySignature(signed);
        if (bytes !== undefined) first = signed.certificatePem;
        return bytes;
      },
    });
  },
};
