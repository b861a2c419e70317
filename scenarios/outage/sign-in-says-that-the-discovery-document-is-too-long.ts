/** Single sign-on under an outage: its discovery document is longer than anybody keeps; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { discoveryOversized } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(discoveryOversized, { proves: ['A-12', 'C-02', 'C-03'], refusedWith: 'sso.idp.metadata-malformed' });
