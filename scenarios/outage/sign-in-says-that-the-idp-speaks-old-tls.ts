/** Single sign-on under an outage: it speaks no TLS that is new enough; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { tlsTooOld } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(tlsTooOld, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
