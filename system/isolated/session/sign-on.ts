/** Judges what a new sign-on would have to remember of the identity provider. Threat: an identity provider that fills the store by one sign-in (NIST SP 800-53 SC-5). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

/** Longest of issuer, name and `sid`, in characters. */
export type SignOnFacts = { readonly longestIdpValue: number };

/** OIDC Core 1.0 §2 allows 255 for `sub`, SAML Core 2.0 §8.3.7 256 for a persistent NameID. */
const maxIdpValueLength = 1_024;

export const signOnRules = [
  {
    code: 'session.sign-on.idp-value-too-long',
    cites: ['I-08', 'OIDC Core 1.0 §2'],
    holds: (f) => f.longestIdpValue <= maxIdpValueLength,
    reads: { maxIdpValueLength },
  },
] as const satisfies RuleTable<SignOnFacts>;
export type SignOnRefusal = CodeOf<typeof signOnRules>;
