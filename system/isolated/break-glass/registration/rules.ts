/** Judges one registration: a new password and a new hardware key, through the desk's one-time link (D-04…D-07, S15). Threats: a guessed or old link, a weak or reused password, software that poses as hardware. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type RegistrationFacts = {
  readonly peerAddressListed: boolean;
  readonly link: 'open' | 'unknown' | 'expired' | 'used' | 'replaced';
  readonly ceremonyOpen: boolean;
  readonly password: {
    /** In code points. */
    readonly length: number;
    readonly namesAccount: boolean;
    readonly guessable: boolean;
    /** Equal to the present password of this account, or of another one. */
    readonly reused: boolean;
  };
  readonly key: 'absent' | 'unreadable' | 'present';
  readonly attestation: 'none' | 'self' | 'certified' | 'of-another-format';
  readonly denied: boolean;
  readonly chain: 'trusted' | 'out-of-date' | 'not-trusted';
  /** On the list of accepted models, under the root that its chain ends in. */
  readonly modelListed: boolean;
  /** The model's certificate names the model that the authenticator data name. */
  readonly modelCertified: boolean;
  readonly challengeMatches: boolean;
  readonly originMatches: boolean;
  readonly crossOrigin: boolean;
  readonly rpIdMatches: boolean;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly mayBeBackedUp: boolean;
  readonly proof: 'valid' | 'refused' | 'not-asked';
  /** Registered to another account, or to this one before. */
  readonly credentialKnown: boolean;
};

/** NIST SP 800-63B-4 §3.1.1.2 asks for 8 beside a second factor and for room for 64; ours is longer. */
export const passwordLength = { least: 14, most: 128 } as const;

/** What is asked of a password by itself, before any link or key: so that whoever sets passwords beforehand can ask for it, too. */
export const passwordRules = [
  {
    code: 'break-glass.registration.password-too-short',
    cites: ['D-06', 'NIST SP 800-63B-4 §3.1.1.2'],
    holds: (f) => f.password.length >= passwordLength.least,
    reads: { passwordLength },
  },
  {
    code: 'break-glass.registration.password-too-long',
    cites: ['D-06', 'NIST SP 800-63B-4 §3.1.1.2'],
    holds: (f) => f.password.length <= passwordLength.most,
    reads: { passwordLength },
  },
  {
    code: 'break-glass.registration.password-names-account',
    cites: ['D-06', 'NIST SP 800-63B-4 §3.1.1.2'],
    holds: (f) => !f.password.namesAccount,
  },
  {
    code: 'break-glass.registration.password-guessable',
    cites: ['D-06', 'NIST SP 800-63B-4 §3.1.1.2'],
    holds: (f) => !f.password.guessable,
  },
  { code: 'break-glass.registration.password-reused', cites: ['D-06', 'G-07'], holds: (f) => !f.password.reused },
] as const satisfies RuleTable<Pick<RegistrationFacts, 'password'>>;

export const registrationRules = [
  { code: 'break-glass.registration.address-not-allowed', cites: ['B-07'], holds: (f) => f.peerAddressListed },
  { code: 'break-glass.registration.link-unknown', cites: ['D-04'], holds: (f) => f.link !== 'unknown' },
  { code: 'break-glass.registration.link-used', cites: ['D-04'], holds: (f) => f.link !== 'used' },
  { code: 'break-glass.registration.link-replaced', cites: ['D-04'], holds: (f) => f.link !== 'replaced' },
  { code: 'break-glass.registration.link-expired', cites: ['D-04'], holds: (f) => f.link !== 'expired' },
  { code: 'break-glass.registration.ceremony-unknown', cites: ['D-07', 'WebAuthn L3 §13.4.3'], holds: (f) => f.ceremonyOpen },
  ...passwordRules,
  { code: 'break-glass.registration.key-missing', cites: ['D-07'], holds: (f) => f.key !== 'absent' },
  { code: 'break-glass.registration.key-unreadable', cites: ['D-07', 'WebAuthn L3 §5.8.1'], holds: (f) => f.key !== 'unreadable' },
  { code: 'break-glass.registration.attestation-none', cites: ['S15', 'WebAuthn L3 §8.7'], holds: (f) => f.attestation !== 'none' },
  { code: 'break-glass.registration.attestation-self', cites: ['S15', 'WebAuthn L3 §8.2'], holds: (f) => f.attestation !== 'self' },
  {
    code: 'break-glass.registration.attestation-format-other',
    cites: ['S15', 'WebAuthn L3 §8'],
    holds: (f) => f.attestation !== 'of-another-format',
  },
  { code: 'break-glass.registration.authenticator-denied', cites: ['S15'], holds: (f) => !f.denied },
  { code: 'break-glass.registration.root-not-trusted', cites: ['S15', 'WebAuthn L3 §7.1'], holds: (f) => f.chain !== 'not-trusted' },
  { code: 'break-glass.registration.certificate-out-of-date', cites: ['S15', 'RFC 5280 §6.1'], holds: (f) => f.chain !== 'out-of-date' },
  { code: 'break-glass.registration.authenticator-not-listed', cites: ['S15'], holds: (f) => f.modelListed },
  { code: 'break-glass.registration.model-not-certified', cites: ['S15', 'WebAuthn L3 §8.2'], holds: (f) => f.modelCertified },
  { code: 'break-glass.registration.challenge-other', cites: ['D-07', 'WebAuthn L3 §7.1'], holds: (f) => f.challengeMatches },
  { code: 'break-glass.registration.origin-other', cites: ['S15', 'WebAuthn L3 §7.1'], holds: (f) => f.originMatches },
  { code: 'break-glass.registration.cross-origin', cites: ['S15', 'WebAuthn L3 §7.1'], holds: (f) => !f.crossOrigin },
  { code: 'break-glass.registration.rp-id-other', cites: ['S15', 'WebAuthn L3 §7.1'], holds: (f) => f.rpIdMatches },
  { code: 'break-glass.registration.user-not-present', cites: ['B-03', 'WebAuthn L3 §7.1'], holds: (f) => f.userPresent },
  { code: 'break-glass.registration.user-not-verified', cites: ['B-03', 'WebAuthn L3 §7.1'], holds: (f) => f.userVerified },
  { code: 'break-glass.registration.key-not-hardware', cites: ['B-03', 'WebAuthn L3 §6.1.3'], holds: (f) => !f.mayBeBackedUp },
  { code: 'break-glass.registration.attestation-library-refused', cites: ['S15', 'WebAuthn L3 §7.1'], holds: (f) => f.proof === 'valid' },
  { code: 'break-glass.registration.key-known', cites: ['G-07', 'WebAuthn L3 §7.1'], holds: (f) => !f.credentialKnown },
] as const satisfies RuleTable<RegistrationFacts>;
export type RegistrationRefusal = CodeOf<typeof registrationRules>;
