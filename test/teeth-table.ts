/** For every scenario the planted defects that must turn it red, each with the evidence that shows that it is red for that reason. */
import {
  anySignature,
  changedLog,
  everybodyIsTheFirst,
  keyRefreshAtLogin,
  lastAnswerAgain,
  lookupAtLogin,
  peerAddressFromHeader,
  rawSocketAtLogin,
  ruleOffDefect,
  ruleTooStrictDefect,
  type SystemDefect,
  sessionsNeedTheIdp,
  startNeedsTheIdp,
  talkativeRefusal,
  type WorldDefect,
  whisperingRefusal,
} from '../harness/defects/index.ts';
import type { SystemRefusal } from '../system/index.ts';

export type Planted = SystemDefect | WorldDefect;
/** `failing` is a part of the expectation that must be missed, `observed` of what must be seen instead. */
export type Tooth = { readonly plants: readonly Planted[] } & (
  | { readonly red: 'fail'; readonly failing: string; readonly observed: string }
  | { readonly red: 'error'; readonly cause: string }
);

const off = (...codes: readonly SystemRefusal[]): readonly SystemDefect[] => codes.map(ruleOffDefect);
const tooStrict = (...codes: readonly SystemRefusal[]): readonly SystemDefect[] => codes.map(ruleTooStrictDefect);

const arrivesInstead = (plants: readonly Planted[], host: string, failing: string): Tooth => ({
  plants,
  red: 'fail',
  failing,
  observed: `arrived on ${host}`,
});
const refusedInstead = (plants: readonly Planted[], observed: string, failing: string): Tooth => ({
  plants,
  red: 'fail',
  failing,
  observed: `refused with ${observed}`,
});
const heard = (plant: Planted, observed: string): Tooth => ({
  plants: [plant],
  red: 'fail',
  failing: 'no connection, name look-up or raw socket toward the identity provider, during the act and three seconds after',
  observed,
});

const login = 'break-glass.login';
const registration = 'break-glass.registration';
/** All that keeps software out, but for the one rule that a scenario is about. */
const hardwareRules = [
  `${registration}.root-not-trusted`,
  `${registration}.authenticator-not-listed`,
  `${registration}.model-not-certified`,
] as const satisfies readonly SystemRefusal[];
const keyProofRules = [
  `${login}.key-unreadable`,
  `${login}.key-unknown`,
  `${login}.challenge-other`,
  `${login}.origin-other`,
  `${login}.rp-id-other`,
  `${login}.user-handle-other`,
  `${login}.user-not-present`,
  `${login}.user-not-verified`,
  `${login}.library-refused`,
] as const satisfies readonly SystemRefusal[];
const hostSessionRules = [
  'session.host.missing',
  'session.host.unknown',
  'session.host.of-another-host',
  'session.host.parent-ended',
  'session.host.expired',
  'session.host.idle',
] as const satisfies readonly SystemRefusal[];

/** Single sign-on without the rule for what it sees does not know any more what to say. */
const saysWhy = (code: SystemRefusal): readonly Tooth[] => [refusedInstead(off(code), 'sso.idp.unexpected', `is refused with ${code}`)];
const foreignPost: readonly Tooth[] = [
  refusedInstead(
    off('ingress.request.origin-foreign'),
    'ingress.request.fetch-site-foreign',
    'is refused with ingress.request.origin-foreign',
  ),
  refusedInstead(
    off('ingress.request.origin-foreign', 'ingress.request.fetch-site-foreign'),
    'admin-hub.request.form-token-wrong',
    'is refused with ingress.request.origin-foreign',
  ),
  refusedInstead(
    off('ingress.request.origin-foreign', 'ingress.request.fetch-site-foreign', 'admin-hub.request.form-token-wrong'),
    'admin-hub.idp-settings.malformed',
    'is refused with ingress.request.origin-foreign',
  ),
];
const unlistedAddress = `is refused with ${login}.address-not-allowed`;

export const teeth: Readonly<Record<string, readonly Tooth[]>> = {
  'admin-hub/a-post-from-another-tenant-is-refused': foreignPost,
  'admin-hub/a-post-from-the-tracker-to-admin-hub-is-refused': foreignPost,
  'admin-hub/idp-settings-may-not-point-to-an-unlisted-host': [
    arrivesInstead(off('admin-hub.idp-settings.host-not-allowed'), 'admin', 'is refused with admin-hub.idp-settings.host-not-allowed'),
  ],
  'break-glass/a-forged-forwarding-header-opens-nothing': peerAddressFromHeader.map((defect) =>
    arrivesInstead([defect], 'admin', unlistedAddress),
  ),
  'break-glass/a-key-that-attests-itself-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.attestation-self`),
      `${registration}.root-not-trusted`,
      `is refused with ${registration}.attestation-self`,
    ),
    arrivesInstead(off(`${registration}.attestation-self`, ...hardwareRules), 'admin', `is refused with ${registration}.attestation-self`),
  ],
  'break-glass/a-key-without-attestation-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.attestation-none`),
      `${registration}.root-not-trusted`,
      `is refused with ${registration}.attestation-none`,
    ),
    arrivesInstead(off(`${registration}.attestation-none`, ...hardwareRules), 'admin', `is refused with ${registration}.attestation-none`),
  ],
  'break-glass/a-sign-in-with-a-forged-signature-is-refused': [
    arrivesInstead([anySignature], 'admin', `is refused with ${login}.library-refused`),
    arrivesInstead(off(`${login}.library-refused`), 'admin', `is refused with ${login}.library-refused`),
  ],
  'break-glass/a-sign-in-from-an-unlisted-address-is-refused': [
    refusedInstead(off(`${login}.address-not-allowed`), `${login}.password-wrong`, unlistedAddress),
  ],
  'break-glass/a-sign-in-with-a-wrong-password-is-refused': [
    arrivesInstead(off(`${login}.password-wrong`), 'admin', `is refused with ${login}.password-wrong`),
  ],
  'break-glass/a-sign-in-with-the-key-of-another-account-is-refused': [
    arrivesInstead(off(`${login}.key-of-another-account`), 'admin', `is refused with ${login}.key-of-another-account`),
  ],
  'break-glass/a-sign-in-without-a-key-is-refused': [
    refusedInstead(off(`${login}.key-missing`), `${login}.challenge-other`, `is refused with ${login}.key-missing`),
    arrivesInstead(off(`${login}.key-missing`, ...keyProofRules), 'admin', `is refused with ${login}.key-missing`),
  ],
  'break-glass/an-outsider-sees-no-difference-between-refusals': [
    { plants: [talkativeRefusal], red: 'fail', failing: 'every refusal looks the same from outside', observed: 'password-wrong (page ' },
    { plants: [whisperingRefusal], red: 'fail', failing: 'every refusal looks the same from outside', observed: ' / ' },
  ],
  'break-glass/the-account-signs-in-while-the-idp-is-gone': [
    heard(keyRefreshAtLogin, 'a connection from 127.20.0.3 (black-hole)'),
    heard(lookupAtLogin, "idp.acme.test looked up past the world's table"),
    heard(rawSocketAtLogin, 'a socket that no declared way out opened'),
  ],
  'break-glass/the-key-of-a-browser-cannot-be-registered': [
    refusedInstead(
      off(`${registration}.authenticator-denied`),
      `${registration}.root-not-trusted`,
      `is refused with ${registration}.authenticator-denied`,
    ),
    arrivesInstead(
      off(`${registration}.authenticator-denied`, ...hardwareRules),
      'admin',
      `is refused with ${registration}.authenticator-denied`,
    ),
  ],
  'break-glass/the-session-ends-at-thirty-minutes': [
    arrivesInstead(off('break-glass.session.expired'), 'admin', 'is refused with break-glass.session.expired'),
  ],
  'break-glass/the-session-is-refused-by-the-tracker': [
    refusedInstead(
      off('break-glass.session.outside-admin-hub'),
      'tracker.uct.issuer-unknown',
      'is refused with break-glass.session.outside-admin-hub',
    ),
  ],
  'break-glass/the-session-opens-admin-hub': [
    // The cookie of a session that counts as ended is taken away, and the next page is the front door.
    arrivesInstead(tooStrict('break-glass.session.superseded'), 'idp.acme.test', 'arrives on admin'),
    refusedInstead(tooStrict('admin-hub.access.not-org-admin'), 'admin-hub.access.not-org-admin', 'arrives on admin'),
  ],
  'drills/the-client-secret-was-rotated-and-break-glass-repairs-single-sign-on': [
    {
      plants: [lastAnswerAgain],
      red: 'fail',
      failing: 'everyone was locked out, by the rotated secret',
      observed: 'arrived on tracker; arrived on tracker; arrived on tracker',
    },
    refusedInstead(
      off('sso.code-exchange.client-rejected'),
      'sso.code-exchange.unexpected',
      'everyone was locked out, by the rotated secret',
    ),
    { plants: [changedLog], red: 'fail', failing: 'the audit chain is whole and complete', observed: 'cloud: ' },
  ],
  'outage/a-session-that-was-open-before-the-outage-goes-on': [
    refusedInstead([sessionsNeedTheIdp], 'ingress.admission.idp-away', 'arrives on tracker'),
  ],
  'outage/sign-in-says-that-the-idp-answers-503': saysWhy('sso.idp.unavailable'),
  'outage/sign-in-says-that-the-idp-answers-nobody': saysWhy('sso.idp.no-answer'),
  'outage/sign-in-says-that-the-idp-hangs': saysWhy('sso.idp.no-answer'),
  'outage/sign-in-says-that-the-idp-is-slower-than-the-limit': saysWhy('sso.idp.no-answer'),
  'outage/sign-in-says-that-the-idp-refuses-connections': saysWhy('sso.idp.connection-refused'),
  'outage/sign-in-says-that-the-idp-shows-an-expired-certificate': saysWhy('sso.idp.certificate-expired'),
  'outage/sign-in-says-that-the-idp-shows-an-untrusted-certificate': saysWhy('sso.idp.certificate-not-trusted'),
  'outage/sign-in-says-that-the-idp-shows-the-certificate-of-another-name': saysWhy('sso.idp.certificate-name-mismatch'),
  'outage/sign-in-says-that-the-idp-was-killed': saysWhy('sso.idp.unavailable'),
  'outage/sign-in-says-that-the-name-of-the-idp-is-gone': saysWhy('sso.idp.name-not-found'),
  'outage/the-system-starts-while-the-idp-is-down': [
    { plants: [startNeedsTheIdp], red: 'error', cause: 'the system did not start: the identity provider said refused' },
    refusedInstead(off('sso.idp.connection-refused'), 'sso.idp.unexpected', 'single sign-on says that the identity provider is away'),
  ],
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
