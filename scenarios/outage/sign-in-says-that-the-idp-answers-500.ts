/** Single sign-on under an outage: it answers 500 to everything; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { answers500 } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(answers500, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
