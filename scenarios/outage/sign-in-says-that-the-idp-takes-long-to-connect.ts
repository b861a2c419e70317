/** Single sign-on under an outage: connections take longer than anybody waits; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { slowToConnect } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(slowToConnect, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.no-answer' });
