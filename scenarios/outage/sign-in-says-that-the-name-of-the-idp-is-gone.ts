/** Single sign-on under an outage: its name does not resolve any more; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { dnsNameGone } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(dnsNameGone, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.name-not-found' });
