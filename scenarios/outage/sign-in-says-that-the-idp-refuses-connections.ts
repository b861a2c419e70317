/** Single sign-on under an outage: its host is up and nothing listens; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(connectionsRefused, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.connection-refused' });
