/** Single sign-on under an outage: every answer breaks off in the middle; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { answersBreakOff } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(answersBreakOff, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
