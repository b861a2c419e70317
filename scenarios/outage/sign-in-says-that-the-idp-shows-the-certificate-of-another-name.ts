/** Single sign-on under an outage: its certificate is for somebody else; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { certificateOfAnotherName } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(certificateOfAnotherName, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.certificate-name-mismatch' });
