/** Single sign-on under an outage: it answers, but later than anybody waits; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { slowBeyondTheLimit } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(slowBeyondTheLimit, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.no-answer' });
