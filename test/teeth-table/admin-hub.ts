/** The teeth of the scenarios about AdminHub. */
import { arrivesInstead, off, refusedInstead, type Tooth } from './tooth.ts';

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
    arrivesInstead(off('admin-hub.idp-settings.host-not-allowed'), 'admin', 'is refused with admin-hub.idp-settings.host-not-allowed'),
  ],
};
