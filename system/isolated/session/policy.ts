/** What sessions demand, as data: the rule tables, whom the identity provider means, which id a session begins with, and where it leads back to. The released policy is the default (S6). */
import type { RuleTable } from '../../kernel/rule.ts';
import { type HandOverFacts, handOverRules } from './hand-over.ts';
import { type HostSessionFacts, hostSessionRules } from './host.ts';
import { type KeptId, keptId } from './kept-id.ts';
import { type IsMeantByIdp, isMeantByIdp } from './meant-by-idp.ts';
import { type ReturnTo, returnTo } from './return-to.ts';
import { type RevocationFacts, revocationRules } from './revocation.ts';
import { type SettingsFacts, settingsRules } from './settings.ts';
import { type SignOnFacts, signOnRules } from './sign-on.ts';
import { type SignOutFacts, signOutRules } from './sign-out.ts';

export type SessionPolicy = {
  readonly host: RuleTable<HostSessionFacts>;
  readonly handOver: RuleTable<HandOverFacts>;
  readonly signOn: RuleTable<SignOnFacts>;
  readonly signOut: RuleTable<SignOutFacts>;
  readonly revocation: RuleTable<RevocationFacts>;
  readonly settings: RuleTable<SettingsFacts>;
  readonly isMeantByIdp: IsMeantByIdp;
  readonly keptId: KeptId;
  readonly returnTo: ReturnTo;
};
export const releasedSessionPolicy: SessionPolicy = Object.freeze({
  host: Object.freeze(hostSessionRules),
  handOver: Object.freeze(handOverRules),
  signOn: Object.freeze(signOnRules),
  signOut: Object.freeze(signOutRules),
  revocation: Object.freeze(revocationRules),
  settings: Object.freeze(settingsRules),
  isMeantByIdp,
  keptId,
  returnTo,
});
