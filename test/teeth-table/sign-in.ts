/** The teeth of the scenarios about signing in. */
import { everybodyIsTheFirst } from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

const hostSessionRules = [
  'session.host.missing',
  'session.host.unknown',
  'session.host.of-another-host',
  'session.host.parent-ended',
  'session.host.expired',
  'session.host.idle',
] as const satisfies readonly SystemRefusal[];

export const signInTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'sign-in/a-user-signs-in-through-the-idp-and-opens-the-tracker': [
    refusedInstead(tooStrict('tracker.uct.audience-other'), 'tracker.uct.audience-other', 'arrives on tracker'),
    refusedInstead(tooStrict('sso.callback.of-another-browser'), 'sso.callback.of-another-browser', 'arrives on tracker'),
  ],
  'sign-in/two-people-are-two-subjects': [
    {
      plants: [everybodyIsTheFirst],
      red: 'fail',
      failing: 'the audit trail knows two subjects, and the first one twice',
      observed: 'arrived on tracker',
    },
  ],
  'sign-in/an-anonymous-api-call-is-refused': [
    refusedInstead(off('session.host.missing'), 'session.host.unknown', 'is refused with session.host.missing'),
    arrivesInstead(off(...hostSessionRules), 'tracker', 'is refused with session.host.missing'),
  ],
  'sign-in/an-anonymous-visitor-is-sent-to-the-idp': [arrivesInstead(off(...hostSessionRules), 'tracker', 'arrives on idp')],
};
