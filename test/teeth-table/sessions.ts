/** The teeth of the scenarios about sessions: what ends them, and the cookies that are none. */
import { logoutEndsNothing, signInAdoptsTheCookie } from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

type Reason<Code> = Code extends `session.host.${infer Rest}` ? Rest : never;
type HostReason = Reason<SystemRefusal>;
const codeOf = (reason: HostReason): SystemRefusal => `session.host.${reason}`;
const claimOf = (reason: HostReason): string => `is refused with ${codeOf(reason)}`;

const opens = (reason: HostReason): readonly Tooth[] => [arrivesInstead(off(codeOf(reason)), 'tracker', claimOf(reason))];
const heldBy = (behind: HostReason, reason: HostReason): readonly Tooth[] => [
  refusedInstead(off(codeOf(reason)), codeOf(behind), claimOf(reason)),
];
const missing = heldBy('malformed', 'missing');
const malformed = heldBy('unknown', 'malformed');
const unknown = heldBy('of-another-host', 'unknown');

const byCookie = {
  'that-is-not-there': missing,
  'that-a-sibling-host-tossed-behind-it': missing,
  'that-a-sibling-host-tossed-before-it': missing,
  'that-is-there-twice': missing,
  'without-its-prefix': missing,
  'of-the-weaker-prefix': missing,
  'of-another-spelling': missing,
  'without-a-name': missing,
  'that-is-empty': malformed,
  'that-is-too-long': malformed,
  'in-quotes': malformed,
  'that-is-percent-encoded': malformed,
  'that-lost-its-end': malformed,
  'that-was-planted': unknown,
  'with-one-character-changed': unknown,
  'that-is-its-own-hash': unknown,
  'of-the-sign-in-host': unknown,
  'of-another-host': opens('of-another-host'),
} satisfies Readonly<Record<string, readonly Tooth[]>>;

/** The word is heard, judged, recorded and answered as ever; only who is held of it can tell. */
const endsNothing = [arrivesInstead([logoutEndsNothing], 'tracker', claimOf('ended-by-idp')), ...opens('ended-by-idp')];

export const sessionsTeeth: Readonly<Record<string, readonly Tooth[]>> = {
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
  'sessions/signing-out-ends-the-session-with-the-tracker': opens('signed-out'),
  'sessions/a-session-that-its-holder-ended-from-elsewhere-is-refused': opens('revoked'),
  'sessions/one-session-too-many-ends-the-oldest': opens('displaced'),
  'sessions/a-session-that-the-idp-ended-by-its-id-is-refused': endsNothing,
  'sessions/a-session-of-a-person-whom-the-idp-signed-out-is-refused': endsNothing,
  'sessions/a-session-that-a-page-of-the-idp-ended-is-refused': endsNothing,
  'sessions/the-session-goes-on-when-a-forged-sign-out-was-refused': [
    refusedInstead(off('session.sign-out.form-token-wrong'), 'session.host.signed-out', 'arrives on tracker'),
  ],
};
