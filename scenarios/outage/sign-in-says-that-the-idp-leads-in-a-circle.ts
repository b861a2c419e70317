/** Single sign-on under an outage: every address leads to itself, and nobody follows; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { redirectsForEver } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(redirectsForEver, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
