/** The teeth of the scenarios about signing in. */
import { everybodyIsTheFirst, everybodyLandsOnTheFrontPage } from '../../harness/defects/index.ts';
import { hostSessionRules } from '../../system/isolated/session/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

/** All that asks for a session; without one its handle is empty, which the tracker minds, too. */
export const sessionRules = [...hostSessionRules.map(({ code }) => code), 'tracker.uct.claim-malformed'] as const;

export const signInTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'sign-in/a-user-signs-in-through-the-idp-and-opens-the-tracker': [
    refusedInstead(tooStrict('tracker.uct.audience-other'), 'tracker.uct.audience-other', 'arrives on tracker'),
    refusedInstead(tooStrict('sso.callback.of-another-browser'), 'sso.callback.of-another-browser', 'arrives on tracker'),
  ],
  'sign-in/a-deep-link-is-where-the-sign-in-ends': [
    { plants: [everybodyLandsOnTheFrontPage], red: 'fail', failing: 'leads to tracker.issue.shown', observed: 'tracker.issues.shown' },
  ],
  'sign-in/two-tabs-at-the-idp-are-both-let-in': [
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
    refusedInstead(off('session.host.missing'), 'session.host.malformed', 'is refused with session.host.missing'),
    arrivesInstead(off(...sessionRules), 'tracker', 'is refused with session.host.missing'),
  ],
  'sign-in/an-anonymous-visitor-is-sent-to-the-idp': [arrivesInstead(off(...sessionRules), 'tracker', 'arrives on idp')],
};
