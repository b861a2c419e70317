/** The teeth of the scenarios about AdminHub. */
import { arrivesInstead, off, refusedInstead, type Tooth, tooStrict } from './tooth.ts';

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
  'admin-hub/a-document-that-names-another-host-is-not-imported': [
    refusedInstead(
      off('admin-hub.import.names-another-place'),
      'admin-hub.import.not-readable',
      'is refused with admin-hub.import.names-another-place',
    ),
  ],
};
