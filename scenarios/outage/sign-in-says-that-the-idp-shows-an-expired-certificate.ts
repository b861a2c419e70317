/** Single sign-on under an outage: somebody forgot to renew its certificate; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { certificateExpired } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(certificateExpired, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.certificate-expired' });
