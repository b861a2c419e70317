/** Single sign-on under an outage: answers begin and never end, and a limit for silence alone would wait for ever; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { drippingBody } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(drippingBody, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.no-answer' });
