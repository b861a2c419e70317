/** Single sign-on under an outage: every other connection is cut, the first one too; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { flapping } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(flapping, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
