/** Single sign-on under an outage: it says itself that it cannot serve; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { answers503 } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(answers503, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
