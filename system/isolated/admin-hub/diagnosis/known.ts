/** Every refusal code of single sign-on, and of the directory when it is asked for somebody who signs in, with what it means and what repairs it; a test holds it complete (C-03). */
import { beforeSignIn } from './before-sign-in.ts';
import { directorySignIn } from './directory-sign-in.ts';
import { type Diagnoses, type DiagnosisEntry, startAgain, under } from './entry.ts';
import { oidcExchange } from './oidc-exchange.ts';
import { oidcTokens } from './oidc-tokens.ts';
import { saml } from './saml.ts';

/** What happens without a rule. */
const withoutRule: Diagnoses = under('sso.request', {
  'no-such-action': startAgain('Something was asked for that is not there.'),
  unreadable: startAgain('A request could not be read.'),
  unexpected: {
    means: 'Something broke here that no rule foresees.',
    change: 'Quote the reference to the Support Desk: the operator’s log has the cause.',
    repair: { at: 'support' },
  },
});

export const knownDiagnoses: Diagnoses = Object.freeze({
  ...beforeSignIn,
  ...oidcExchange,
  ...oidcTokens,
  ...saml,
  ...directorySignIn,
  ...withoutRule,
});

/** Undefined for what is not about signing in. */
export const diagnosisOf = (code: string): DiagnosisEntry | undefined =>
  Object.hasOwn(knownDiagnoses, code) ? knownDiagnoses[code] : undefined;
