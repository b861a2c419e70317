/** The teeth of the scenarios about sessions: what ends them, and the cookies that are none. */
import {
  addressIsTheSession,
  firstCookieCounts,
  hashIsTheSession,
  lastCookieCounts,
  leftPagesRememberAll,
  logoutEndsNothing,
  opensTheIssueAndRefuses,
  pagesAreKept,
  partOfTheCookieCounts,
  signInAdoptsTheCookie,
  signOnIsTheSession,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { handOverRules } from '../../system/isolated/session/hand-over.ts';
import { arrivesInstead, off, type Planted, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

type HandOverReason = SystemRefusal extends infer Code ? (Code extends `session.hand-over.${infer Rest}` ? Rest : never) : never;
const handOverCodes = handOverRules.map(({ code }) => code);
type Reason<Code> = Code extends `session.host.${infer Rest}` ? Rest : never;
type HostReason = Reason<SystemRefusal>;
const codeOf = (reason: HostReason): SystemRefusal => `session.host.${reason}`;
const claimOf = (reason: HostReason): string => `is refused with ${codeOf(reason)}`;

const opens = (reason: HostReason): readonly Tooth[] => [arrivesInstead(off(codeOf(reason)), 'tracker', claimOf(reason))];
const heldBy = (behind: HostReason, reason: HostReason): readonly Tooth[] => [
  refusedInstead(off(codeOf(reason)), codeOf(behind), claimOf(reason)),
];
/** Somebody before us reads it as the session that it nearly is: the tracker opens. */
const read = (reason: HostReason, counts: Planted = firstCookieCounts): Tooth => arrivesInstead([counts], 'tracker', claimOf(reason));
const missing = heldBy('malformed', 'missing');
const nearlyThere = [...missing, read('missing')];
const malformed = heldBy('unknown', 'malformed');
const nearlyInForm = [...malformed, read('malformed')];
/** No reader makes somebody's session of the cookie by itself: only one that remembers whose sessions there are. */
const unknown = heldBy('of-another-host', 'unknown');

/** Read by whoever goes back. */
const showsTheIssue = (plant: Planted): Tooth => ({
  plants: [plant],
  red: 'fail',
  failing: 'by going back nothing of the session is seen',
  observed: 'it shows the issue',
});

const byCookie = {
  'that-is-not-there': [...missing, read('missing', addressIsTheSession)],
  'that-a-sibling-host-tossed-behind-it': nearlyThere,
  'that-a-sibling-host-tossed-before-it': [...missing, read('missing', lastCookieCounts)],
  'that-is-there-twice': nearlyThere,
  'without-its-prefix': nearlyThere,
  'of-the-weaker-prefix': nearlyThere,
  'of-another-spelling': nearlyThere,
  'without-a-name': nearlyThere,
  'that-is-empty': [...malformed, read('malformed', addressIsTheSession)],
  'that-is-too-long': nearlyInForm,
  'in-quotes': nearlyInForm,
  'that-is-percent-encoded': nearlyInForm,
  'that-lost-its-end': [...malformed, read('malformed', partOfTheCookieCounts)],
  'that-was-planted': [...unknown, read('unknown', addressIsTheSession)],
  'with-one-character-changed': [...unknown, read('unknown', partOfTheCookieCounts)],
  'that-is-its-own-hash': [...unknown, read('unknown', hashIsTheSession)],
  'of-the-sign-in-host': [...unknown, read('unknown', signOnIsTheSession)],
  'of-another-host': opens('of-another-host'),
} satisfies Readonly<Record<string, readonly Tooth[]>>;

/** The word is heard, judged, recorded and answered as ever; only who is held of it can tell. */
const endsNothing = [arrivesInstead([logoutEndsNothing], 'tracker', claimOf('ended-by-idp')), ...opens('ended-by-idp')];

/** A hand-over goes this way once: without the rule it opens a session where it is brought. */
const handOver = (reason: HandOverReason, instead: 'tracker' | 'wiki' | HandOverReason): readonly Tooth[] => {
  const claim = `is refused with session.hand-over.${reason}`;
  const without = off(`session.hand-over.${reason}`);
  return [
    instead === 'tracker' || instead === 'wiki'
      ? arrivesInstead(without, instead, claim)
      : refusedInstead(without, `session.hand-over.${instead}`, claim),
  ];
};

type LimitReason = SystemRefusal extends infer Code ? (Code extends `session.settings.${infer Rest}` ? Rest : never) : never;
/** Without the rule, the limit that is none comes into force. */
const limited = (reason: LimitReason): readonly Tooth[] => [
  arrivesInstead(off(`session.settings.${reason}`), 'admin', `is refused with session.settings.${reason}`),
];

/** Refused as it should be, and the issue is there all the same. */
const written = (code: SystemRefusal, title: string): Tooth => ({
  plants: [opensTheIssueAndRefuses(code, title)],
  red: 'fail',
  failing: `no issue is called “${title}”`,
  observed: '1 of ',
});

export const sessionsTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'sessions/a-hand-over-that-is-brought-twice-is-refused': [
    ...handOver('code-unknown', 'code-expired'),
    refusedInstead(off(...handOverCodes), 'session.host.parent-ended', 'is refused with session.hand-over.code-unknown'),
  ],
  'sessions/a-hand-over-that-is-brought-after-thirty-seconds-is-refused': handOver('code-expired', 'tracker'),
  'sessions/a-hand-over-for-another-host-is-refused': handOver('of-another-host', 'wiki'),
  'sessions/a-hand-over-with-the-state-of-another-is-refused': handOver('of-another-state', 'tracker'),
  'sessions/a-hand-over-in-another-browser-is-refused': handOver('of-another-browser', 'tracker'),
  'sessions/sessions-cannot-be-made-to-last-longer-than-a-day': limited('absolute-out-of-bounds'),
  'sessions/sessions-cannot-be-made-to-wait-longer-than-an-hour': limited('idle-out-of-bounds'),
  'sessions/sessions-cannot-be-made-to-wait-longer-than-they-last': limited('idle-beyond-absolute'),
  'sessions/sessions-cannot-be-made-without-a-number-for-a-limit': [
    refusedInstead(
      off('session.settings.not-a-whole-number'),
      'session.settings.absolute-out-of-bounds',
      'is refused with session.settings.not-a-whole-number',
    ),
  ],
  'sessions/sessions-cannot-be-made-without-a-bound-on-their-number': limited('number-out-of-bounds'),
  'sessions/a-session-ends-after-the-time-without-use-that-an-admin-set': opens('idle'),
  'sessions/a-session-ends-after-the-longest-life-that-an-admin-set': opens('expired'),
  'sessions/nobody-ends-the-session-of-somebody-else': [
    arrivesInstead(off('session.revocation.of-somebody-else'), 'login', 'is refused with session.revocation.of-somebody-else'),
  ],
  'sessions/a-running-session-beyond-the-number-that-an-admin-set-ends': opens('displaced'),
  'sessions/a-second-sign-in-ends-the-first-where-an-admin-allows-one': opens('displaced'),
  'sessions/a-session-that-an-org-admin-ended-is-refused': opens('revoked'),
  'sessions/a-session-that-a-newer-one-on-its-host-replaced-is-refused': opens('not-latest'),
  'sessions/a-session-from-before-a-new-right-is-refused': opens('privileges-changed'),
  'sessions/a-form-that-was-open-when-the-session-ended-writes-nothing': opens('idle'),
  'sessions/a-form-that-was-open-while-its-writer-signed-out-writes-nothing': [
    ...opens('signed-out'),
    written('session.host.signed-out', 'Written in the other tab'),
  ],
  'sessions/a-form-of-the-person-before-writes-nothing-in-the-name-of-the-next': [
    arrivesInstead(off('tracker.issue.form-token-wrong'), 'tracker', 'is refused with tracker.issue.form-token-wrong'),
    written('tracker.issue.form-token-wrong', 'Begun by the one before'),
  ],
  'sessions/whoever-signed-out-is-asked-by-the-idp-again': [
    arrivesInstead(tooStrict('session.sign-out.form-token-wrong'), 'tracker', 'arrives on idp'),
    arrivesInstead(tooStrict('sso.leaving.place-unknown'), 'tracker', 'arrives on idp'),
  ],
  ...Object.fromEntries(Object.entries(byCookie).map(([name, each]) => [`sessions/a-session-cookie-${name}-is-refused`, each])),
  'sessions/a-session-planted-before-the-sign-in-opens-nothing-after-it': [
    arrivesInstead([signInAdoptsTheCookie], 'tracker', claimOf('unknown')),
  ],
  'sessions/a-sign-on-planted-before-the-sign-in-signs-nobody-on-after-it': [
    arrivesInstead([signInAdoptsTheCookie], 'tracker', 'arrives on idp'),
  ],
  'sessions/a-session-that-nobody-uses-for-an-hour-ends': opens('idle'),
  'sessions/a-session-in-use-ends-twelve-hours-after-the-sign-in': opens('expired'),
  'sessions/no-stored-page-shows-anything-of-the-session-after-signing-out': [showsTheIssue(pagesAreKept)],
  'sessions/no-page-left-alive-shows-anything-of-the-session-after-signing-out': [showsTheIssue(leftPagesRememberAll)],
  'sessions/signing-out-ends-the-session-with-the-tracker': opens('signed-out'),
  'sessions/a-session-that-its-holder-ended-from-elsewhere-is-refused': opens('revoked'),
  'sessions/one-session-too-many-ends-the-oldest': opens('displaced'),
  'sessions/a-session-that-the-idp-ended-by-its-id-is-refused': endsNothing,
  'sessions/a-session-of-a-person-whom-the-idp-signed-out-is-refused': endsNothing,
  'sessions/a-session-that-is-ended-at-the-idp-itself-is-refused': endsNothing,
  'sessions/a-session-that-a-page-of-the-idp-ended-is-refused': endsNothing,
  'sessions/the-session-goes-on-when-a-forged-sign-out-was-refused': [
    refusedInstead(off('session.sign-out.form-token-wrong'), 'session.host.signed-out', 'arrives on tracker'),
  ],
};
