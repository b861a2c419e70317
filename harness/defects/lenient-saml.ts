/** A sign-in by SAML without a second opinion, or without a first: whatever the libraries say of a response, it counts as good. */
import type { SystemDefect } from './defect.ts';
import { withSaml } from './parts.ts';

/** Our own rules still judge: with one of them off as well, nobody is left who looks at what it is about. */
export const lenientSamlLibrary: SystemDefect = {
  name: 'lenient:sso.saml-response.library-refused',
  kind: 'lenient',
  breaks: 'Whatever node-saml says of a response, it counts as agreed.',
  plant: (policy) => withSaml(policy, { secondOpinion: async () => 'agrees' }),
};

/** The mistake behind most forged sign-ins by SAML: a signature is there, so what stands around it is believed. */
export const anySamlSignature: SystemDefect = {
  name: 'lenient:sso.saml-response.signature-wrong',
  kind: 'lenient',
  breaks: 'Whatever a signature stands in counts as signed, by whomever and with whatever in it.',
  plant: (policy) => withSaml(policy, { verifySignature: ({ signature }) => String(signature.parentNode) }),
};
