/** The teeth of the scenarios about what stands before the cloud, beside the requests that depart: what lasts, who connects inside, and which table is in force. */
import {
  anyHandshake,
  anyMethodMatches,
  framesAreAllowed,
  lastingRowsAreMissing,
  longerPathsMatch,
  undeclaredOpenRow,
} from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, off, refusedInstead, type Tooth } from './tooth.ts';

/** Without its rule it arrives where the scenario says that it is refused. */
const arrivesWithout = (code: SystemRefusal, host: string): readonly Tooth[] => [
  arrivesInstead(off(code), host, `is refused with ${code}`),
];
const anotherRole = (at: string): readonly Tooth[] => arrivesWithout('workload.connection.another-role', at);
/** TLS refuses before any rule of ours is asked, and the rule does where TLS does not: both have to look away. */
const noCertificate = (at: string): readonly Tooth[] => [
  arrivesInstead([anyHandshake, ...off(certificateOfOurs)], at, `is refused with ${certificateOfOurs}`),
];
const certificateOfOurs = 'workload.connection.no-certificate-of-ours';
const table = (reason: string): readonly Tooth[] => arrivesWithout(`ingress.route-table.${reason}` as SystemRefusal, 'cloud');
const unlistedOnly = 'nothing answers that should not';

export const ingressTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'ingress/a-stream-tells-what-is-opened': [
    refusedInstead([lastingRowsAreMissing], 'ingress.request.route-not-listed', 'arrives on tracker'),
  ],
  'ingress/a-web-socket-tells-what-is-opened': [
    refusedInstead([lastingRowsAreMissing], 'ingress.request.route-not-listed', 'arrives on tracker'),
  ],
  'ingress/a-stream-ends-with-its-session': arrivesWithout('ingress.lasting.session-ended', 'tracker'),
  'ingress/a-web-socket-ends-with-its-session': arrivesWithout('ingress.lasting.session-ended', 'tracker'),
  'ingress/a-stream-ends-when-its-row-is-withdrawn': arrivesWithout('ingress.lasting.row-withdrawn', 'tracker'),
  'ingress/a-web-socket-from-another-origin-is-refused': arrivesWithout('ingress.request.origin-foreign', 'tracker'),
  'ingress/a-web-socket-without-a-session-is-refused': [
    refusedInstead(off('session.host.missing'), 'session.host.', 'is refused with session.host.missing'),
  ],
  'ingress/nothing-answers-that-the-route-table-does-not-list': [
    { plants: [longerPathsMatch], red: 'fail', failing: unlistedOnly, observed: 'not in the table, and answered' },
    { plants: [anyMethodMatches], red: 'fail', failing: unlistedOnly, observed: 'HEAD ' },
  ],
  'ingress/no-page-of-ours-is-shown-in-a-frame-of-another-site': [
    {
      plants: [framesAreAllowed],
      red: 'fail',
      failing: 'no page of ours is shown in a frame of another site',
      observed: 'shown: login.acme.isolated.test/',
    },
  ],
  'ingress/what-is-exempt-from-single-sign-on-is-what-is-declared': [
    {
      plants: [undeclaredOpenRow],
      red: 'fail',
      failing: 'what is exempt from single sign-on in the table is what is declared',
      observed: 'open and not declared: anonymous GET login.acme.isolated.test/health',
    },
  ],
  'ingress/the-door-is-shut-while-the-authentication-service-is-down': [
    refusedInstead(
      off('ingress.admission.authentication-silent'),
      'tracker.uct.missing',
      'is refused with ingress.admission.authentication-silent',
    ),
  ],
  'ingress/the-ingress-is-not-reached-past-the-edge': anotherRole('ingress'),
  'ingress/a-product-is-not-reached-past-the-ingress': anotherRole('tracker'),
  'ingress/the-authentication-service-is-asked-by-the-ingress-alone': anotherRole('authentication-service'),
  'ingress/a-certificate-of-a-public-host-opens-nothing-inside': noCertificate('break-glass'),
  'ingress/an-impostor-of-the-ingress-is-cut': noCertificate('admin-hub'),
  'ingress/a-part-without-a-certificate-is-cut': noCertificate('tracker'),
  'ingress/a-route-table-that-would-block-admin-hub-is-refused': table('admin-blocked'),
  'ingress/a-route-table-that-keeps-the-way-back-in-but-alters-it-is-refused': table('admin-blocked'),
  'ingress/a-route-table-with-a-row-that-another-site-may-call-is-refused': table('cross-site-by-accident'),
  'ingress/a-route-table-with-a-row-that-sees-every-cookie-is-refused': table('cookies-by-accident'),
  'ingress/a-route-table-that-opens-a-product-to-everybody-is-refused': table('anonymous-by-accident'),
  'ingress/a-route-table-with-a-row-of-another-host-is-refused': table('host-unknown'),
  'ingress/a-route-table-with-a-row-that-nobody-reaches-is-refused': table('unreachable'),
  'ingress/a-route-table-with-two-equal-rows-is-refused': table('duplicate'),
  'ingress/a-route-table-with-rows-that-both-match-is-refused': table('ambiguous'),
  'ingress/a-route-table-with-a-word-that-nobody-knows-is-refused': table('malformed'),
  'ingress/a-route-table-with-a-stream-that-nobody-could-end-is-refused': table('stream-not-possible'),
};
