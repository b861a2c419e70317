/** Single sign-on under an outage: its certificate comes from an authority that nobody knows; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { certificateNotTrusted } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(certificateNotTrusted, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.certificate-not-trusted' });
