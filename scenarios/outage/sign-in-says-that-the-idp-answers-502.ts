/** Single sign-on under an outage: it answers 502 to everything; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { answers502 } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(answers502, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
