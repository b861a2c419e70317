/** Single sign-on under an outage: it answers again, and knows nothing; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { restartedEmpty } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(restartedEmpty, { proves: ['A-12', 'C-02', 'C-03'], refusedWith: 'sso.idp.unavailable' });
