/** The teeth of the scenarios about outages. */
import { sessionsNeedTheIdp, startNeedsTheIdp } from '../../harness/defects/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { off, refusedInstead, type Tooth } from './tooth.ts';

/** Single sign-on without the rule for what it sees does not know any more what to say. */
const saysWhy = (code: SystemRefusal): readonly Tooth[] => [refusedInstead(off(code), 'sso.idp.unexpected', `is refused with ${code}`)];

export const outageTeeth: Readonly<Record<string, readonly Tooth[]>> = {
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
};
