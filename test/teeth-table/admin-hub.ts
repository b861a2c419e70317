/** The teeth of the scenarios about AdminHub. */
import { blamesAnotherAndRefuses, groupsDoNotLast, keepsAnUploadAndRefuses, sessionsNeedTheIdp } from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { arrivesInstead, doneInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

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

/** Without the rule the act arrives. */
const opens = (code: SystemRefusal, host: 'tracker' | 'admin'): readonly Tooth[] => [
  arrivesInstead(off(code), host, `is refused with ${code}`),
];

export const adminHubTeeth: Readonly<Record<string, readonly Tooth[]>> = {
  'admin-hub/a-post-from-another-tenant-is-refused': foreignPost,
  'admin-hub/a-post-from-the-tracker-to-admin-hub-is-refused': foreignPost,
  'admin-hub/idp-settings-may-not-point-to-an-unlisted-host': [
    refusedInstead(
      off('admin-hub.idp-settings.host-not-allowed'),
      'admin-hub.activation.idp-other',
      'is refused with admin-hub.idp-settings.host-not-allowed',
    ),
    arrivesInstead(
      off('admin-hub.idp-settings.host-not-allowed', 'admin-hub.activation.idp-other'),
      'admin',
      'is refused with admin-hub.idp-settings.host-not-allowed',
    ),
  ],
  'admin-hub/a-draft-is-not-activated-without-a-test-sign-in': [
    arrivesInstead(off('admin-hub.activation.not-tested'), 'admin', 'is refused with admin-hub.activation.not-tested'),
  ],
  'admin-hub/a-draft-touches-no-live-sign-in': [
    {
      plants: off('sso.code-exchange.client-rejected'),
      red: 'fail',
      failing: 'the test sign-in was refused by the rule that the draft breaks',
      observed: 'refused with sso.code-exchange.request-rejected',
    },
  ],
  'admin-hub/rolled-back-settings-let-people-in-again': [
    {
      plants: off('sso.code-exchange.client-rejected'),
      red: 'fail',
      failing: 'nobody got in before, because of the wrong secret',
      observed: 'refused with sso.code-exchange.request-rejected',
    },
    refusedInstead(tooStrict('admin-hub.roll-back.version-unknown'), 'sso.code-exchange.client-rejected', 'arrives on tracker'),
  ],
  'admin-hub/rotated-trust-ends-every-session': [
    arrivesInstead(off('session.host.trust-rotated'), 'tracker', 'is refused with session.host.trust-rotated'),
  ],
  'admin-hub/wrong-settings-are-told-all-at-once-and-change-nothing': [
    refusedInstead(
      off('admin-hub.idp-settings.with-query'),
      'admin-hub.idp-settings.not-https',
      'is refused with admin-hub.idp-settings.with-query',
    ),
    {
      plants: off('admin-hub.idp-settings.host-not-allowed'),
      red: 'fail',
      failing:
        'all problems were told: admin-hub.idp-settings.with-query, admin-hub.idp-settings.not-https, admin-hub.idp-settings.host-not-allowed',
      observed: 'admin-hub.idp-settings.with-query admin-hub.idp-settings.not-https',
    },
  ],
  'admin-hub/the-diagnosis-of-a-rotated-secret-leads-to-the-secret': [
    {
      plants: off('sso.code-exchange.client-rejected'),
      red: 'fail',
      failing: 'the diagnosis leads to /idp-settings#clientSecret',
      observed: 'sso.code-exchange.request-rejected leads to /idp-settings',
    },
  ],
  'admin-hub/the-diagnosis-of-another-algorithm-leads-to-the-algorithm': [
    {
      plants: off('sso.id-token.algorithm-other'),
      red: 'fail',
      failing: 'the diagnosis leads to /idp-settings#idTokenAlgorithm',
      observed: ' leads to /',
    },
  ],
  'admin-hub/the-diagnosis-of-another-issuer-leads-to-the-issuer': [
    { plants: off('sso.idp.issuer-other'), red: 'fail', failing: 'the diagnosis leads to /idp-settings#issuer', observed: ' leads to /' },
  ],
  'admin-hub/the-diagnosis-of-a-suspended-person-leads-to-the-people': [
    {
      plants: off('directory.sign-in.suspended'),
      red: 'fail',
      failing: 'the diagnosis leads to sven among the people',
      observed: 'no failure is listed',
    },
    {
      plants: [blamesAnotherAndRefuses('directory.sign-in.suspended')],
      red: 'fail',
      failing: 'the diagnosis leads to sven among the people',
      observed: 'leads to 1 people, and not to sven',
    },
  ],
  'admin-hub/the-diagnosis-of-a-domain-that-is-not-verified-leads-to-the-domains': [
    {
      plants: off('directory.sign-in.domain-not-verified'),
      red: 'fail',
      failing: 'the diagnosis leads to /domains',
      observed: 'no failure is listed',
    },
  ],
  'admin-hub/an-uploaded-hr-feed-that-is-too-large-is-refused': [
    ...opens('admin-hub.hr-feed.too-large', 'admin'),
    {
      plants: [keepsAnUploadAndRefuses('admin-hub.hr-feed.too-large')],
      red: 'fail',
      failing: 'no uploaded file waits to be imported',
      observed: 'bytes waits',
    },
  ],
  'admin-hub/a-document-that-names-another-host-is-not-imported': [
    refusedInstead(
      off('admin-hub.import.names-another-place'),
      'admin-hub.import.not-readable',
      'is refused with admin-hub.import.names-another-place',
    ),
  ],
  'admin-hub/a-domain-that-was-only-claimed-lets-nobody-in': [
    ...opens('directory.sign-in.domain-not-verified', 'tracker'),
    arrivesInstead(off('directory.domain.proof-missing'), 'tracker', 'is refused with directory.sign-in.domain-not-verified'),
  ],
  'admin-hub/a-domain-with-the-proof-of-another-claim-is-not-verified': opens('directory.domain.proof-missing', 'admin'),
  'admin-hub/a-domain-whose-proof-stands-behind-an-alias-is-not-verified': opens('directory.domain.proof-elsewhere', 'admin'),
  'admin-hub/a-look-for-its-proof-takes-nothing-from-a-domain-that-came-with-the-cloud': [
    refusedInstead(
      tooStrict('directory.domain.proof-missing'),
      'directory.sign-in.domain-not-verified',
      'afterwards somebody of that domain signs in',
    ),
  ],
  'admin-hub/a-domain-whose-proof-is-gone-lets-nobody-in': [
    arrivesInstead(off('directory.domain.proof-missing'), 'tracker', 'is refused with directory.sign-in.domain-not-verified'),
    ...opens('directory.sign-in.domain-not-verified', 'tracker'),
  ],
  'admin-hub/a-domain-that-the-name-system-is-silent-about-is-not-verified': opens('directory.domain.names-silent', 'admin'),
  'admin-hub/a-domain-that-was-removed-lets-nobody-in': opens('directory.sign-in.domain-not-verified', 'tracker'),
  'admin-hub/a-domain-that-was-not-proved-anew-for-a-year-lets-nobody-in': opens('directory.hr-feed.email-domain-not-verified', 'admin'),
  'admin-hub/a-dry-run-of-group-rules-changes-nothing': [
    {
      plants: off('directory.mass-change.too-many-memberships-lost'),
      red: 'fail',
      failing: 'the dry run says: 12 memberships gained, 12 lost, and the guard says directory.mass-change.too-many-memberships-lost',
      observed: 'and the guard says allowed',
    },
  ],
  'admin-hub/a-draft-that-was-changed-since-its-dry-run-is-not-activated': [
    ...opens('directory.group-rules.draft-changed', 'admin'),
    doneInstead('directory.group-rules.draft-changed'),
  ],
  'admin-hub/an-hr-feed-that-changed-since-its-dry-run-is-not-imported': [
    ...opens('directory.hr-feed.other-than-shown', 'admin'),
    doneInstead('directory.hr-feed.other-than-shown'),
  ],
  'admin-hub/an-uploaded-hr-feed-other-than-was-looked-at-is-not-imported': [
    ...opens('directory.hr-feed.other-than-shown', 'admin'),
    doneInstead('directory.hr-feed.other-than-shown'),
  ],
  'admin-hub/the-dry-run-of-an-hr-feed-says-whom-it-leaves-suspended': [
    {
      plants: off('directory.suspension.of-another'),
      red: 'fail',
      failing: 'the dry run of the feed says that hand-1 stays suspended, by the word of by-hand',
      observed: 'nobody',
    },
  ],
  'admin-hub/what-was-stopped-and-discarded-is-done-by-nobody': [
    refusedInstead(
      off('directory.administration.not-found'),
      'admin-hub.request.unexpected',
      'is refused with directory.administration.not-found',
    ),
    doneInstead('directory.administration.not-found'),
  ],
  'admin-hub/what-was-stopped-is-not-done-once-its-domain-is-gone': opens('directory.hr-feed.email-domain-not-verified', 'admin'),
  'admin-hub/nothing-in-admin-hub-opens-for-somebody-who-is-no-org-admin': opens('admin-hub.access.not-org-admin', 'admin'),
  'admin-hub/an-org-admin-goes-on-in-admin-hub-while-the-idp-is-gone': [
    refusedInstead([sessionsNeedTheIdp], 'ingress.admission.idp-away', 'arrives on admin'),
    { plants: [groupsDoNotLast], red: 'fail', failing: 'there is a group called “Night shift”', observed: 'no group' },
  ],
  'admin-hub/an-org-admin-of-another-cloud-opens-nothing': opens('admin-hub.uct.cloud-other', 'admin'),
};
