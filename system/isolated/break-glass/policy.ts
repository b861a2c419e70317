/** What break-glass demands, as data: the rule tables, the two verifiers, and the one page of every refusal. The released policy is the default; nothing at run time can change it (A-06, B-02, S6). */
import type { RuleTable } from '../../kernel/rule.ts';
import { type LoginFacts, loginRules } from './login/rules.ts';
import { type SignInRefusedPage, signInRefusedPage } from './pages.ts';
import { type RegistrationFacts, registrationRules } from './registration/rules.ts';
import { type LinkRequestFacts, linkRequestRules } from './registration-link/rules.ts';
import { type SessionFacts, sessionRules } from './session/rules.ts';
import { type SignOutFacts, signOutRules } from './sign-out/rules.ts';
import { type VerifyAssertion, verifyAssertion } from './webauthn/assertion.ts';
import { type VerifyAttestation, verifyAttestation } from './webauthn/attestation.ts';

export type BreakGlassPolicy = {
  readonly tables: {
    readonly login: RuleTable<LoginFacts>;
    readonly session: RuleTable<SessionFacts>;
    readonly registration: RuleTable<RegistrationFacts>;
    readonly registrationLink: RuleTable<LinkRequestFacts>;
    readonly signOut: RuleTable<SignOutFacts>;
  };
  readonly verifyAssertion: VerifyAssertion;
  readonly verifyAttestation: VerifyAttestation;
  readonly signInRefusedPage: SignInRefusedPage;
};

export const releasedBreakGlassPolicy: BreakGlassPolicy = Object.freeze({
  tables: Object.freeze({
    login: Object.freeze(loginRules),
    session: Object.freeze(sessionRules),
    registration: Object.freeze(registrationRules),
    registrationLink: Object.freeze(linkRequestRules),
    signOut: Object.freeze(signOutRules),
  }),
  verifyAssertion,
  verifyAttestation,
  signInRefusedPage,
});

/** A difference between this form of break-glass and the whole procedure, for the report. */
export type ProfileDeparture = { readonly title: string; readonly detail: string; readonly cites: readonly [string, ...string[]] };

export const profileDepartures: readonly ProfileDeparture[] = Object.freeze([
  {
    title: 'No dual control',
    detail: 'No custodian has to approve before a break-glass account is used (N = 0): password and hardware key of one person are enough.',
    cites: ['G-05', 'S17'],
  },
  {
    title: 'One key for each account',
    detail: 'An account holds one hardware key. A lost key is replaced through the desk; a second key would make that unnecessary.',
    cites: ['S15', 'S16'],
  },
  {
    title: 'No named condition or incident',
    detail: 'A sign-in does not name the condition or the incident that it is for.',
    cites: ['A-14', 'A-17'],
  },
  {
    title: 'Rotation is not enforced',
    detail: 'After use, password and key stay valid until the desk issues a new registration link.',
    cites: ['E-01', 'S16'],
  },
  {
    title: 'Sign-in attempts are not throttled',
    detail: 'Attempts from listed addresses are each recorded and delayed, and not limited in number.',
    cites: ['S14'],
  },
  {
    title: 'Status of authenticator models is not looked up',
    detail: 'Models are accepted by a list of AAGUIDs and roots; a report that a model was compromised reaches it by a new list.',
    cites: ['S15'],
  },
] as const);
