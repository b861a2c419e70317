/** Single sign-on under an outage: connections are accepted and nothing ever comes back; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { blackHole } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(blackHole, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.no-answer' });
