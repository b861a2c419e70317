/** Judges one break-glass sign-in: the only door left when the identity provider is gone. Threats: guessing from anywhere (B-07), a stolen password without its key (B-03), a key that can be copied (WebAuthn L3 §6.1.3), a replayed or phished ceremony, a session that nothing recorded (G-04). */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

/** Everything known about one submission. Gathered completely, whatever it contains, so that refusals cost the same (S14). */
export type LoginFacts = {
  readonly peerAddressListed: boolean;
  readonly accountState: 'unknown' | 'not-registered' | 'open';
  /** `not-checked` when the address is not listed: an outsider never makes us hash (S14). */
  readonly password: 'matches' | 'differs' | 'not-checked';
  /** Whose key answered; `unreadable` when something was sent that is no assertion. */
  readonly key: 'absent' | 'unreadable' | 'unknown' | 'of-another-account' | 'own';
  readonly ceremonyOpen: boolean;
  readonly challengeMatches: boolean;
  readonly originMatches: boolean;
  readonly crossOrigin: boolean;
  readonly rpIdMatches: boolean;
  readonly userHandleMatches: boolean;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly mayBeBackedUp: boolean;
  /** What the WebAuthn library says of type, signature and form. */
  readonly proof: 'valid' | 'refused' | 'not-asked';
  readonly signCount: 'advanced' | 'not-used' | 'not-advanced';
  /** Gathered last, when nothing else objects: a start that does not happen is not recorded. */
  readonly start: 'recorded' | 'lost';
  /** Password and key are still those that were judged. */
  readonly accountUnchanged: boolean;
};

export const loginRules = [
  { code: 'break-glass.login.address-not-allowed', cites: ['B-07'], holds: (f) => f.peerAddressListed },
  { code: 'break-glass.login.account-unknown', cites: ['A-04'], holds: (f) => f.accountState !== 'unknown' },
  { code: 'break-glass.login.account-not-registered', cites: ['D-07'], holds: (f) => f.accountState !== 'not-registered' },
  { code: 'break-glass.login.password-wrong', cites: ['B-03', 'G-06'], holds: (f) => f.password === 'matches' },
  { code: 'break-glass.login.key-missing', cites: ['B-03', 'G-06'], holds: (f) => f.key !== 'absent' },
  { code: 'break-glass.login.key-unreadable', cites: ['B-03', 'WebAuthn L3 §5.8.1'], holds: (f) => f.key !== 'unreadable' },
  { code: 'break-glass.login.ceremony-unknown', cites: ['B-03', 'WebAuthn L3 §13.4.3'], holds: (f) => f.ceremonyOpen },
  { code: 'break-glass.login.key-unknown', cites: ['B-03', 'D-07'], holds: (f) => f.key !== 'unknown' },
  { code: 'break-glass.login.key-of-another-account', cites: ['B-03', 'G-07'], holds: (f) => f.key !== 'of-another-account' },
  { code: 'break-glass.login.challenge-other', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.challengeMatches },
  { code: 'break-glass.login.origin-other', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.originMatches },
  { code: 'break-glass.login.cross-origin', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => !f.crossOrigin },
  { code: 'break-glass.login.rp-id-other', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.rpIdMatches },
  { code: 'break-glass.login.user-handle-other', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.userHandleMatches },
  { code: 'break-glass.login.user-not-present', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.userPresent },
  { code: 'break-glass.login.user-not-verified', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.userVerified },
  { code: 'break-glass.login.key-not-hardware', cites: ['B-03', 'WebAuthn L3 §6.1.3'], holds: (f) => !f.mayBeBackedUp },
  { code: 'break-glass.login.library-refused', cites: ['B-03', 'WebAuthn L3 §7.2'], holds: (f) => f.proof === 'valid' },
  { code: 'break-glass.login.key-cloned', cites: ['B-03', 'WebAuthn L3 §6.1.1'], holds: (f) => f.signCount !== 'not-advanced' },
  { code: 'break-glass.login.start-not-recorded', cites: ['G-04'], holds: (f) => f.start === 'recorded' },
  { code: 'break-glass.login.account-changed', cites: ['D-07'], holds: (f) => f.accountUnchanged },
] as const satisfies RuleTable<LoginFacts>;
export type LoginRefusal = CodeOf<typeof loginRules>;
