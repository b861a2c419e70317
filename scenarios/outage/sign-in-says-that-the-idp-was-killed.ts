/** Single sign-on under an outage: the identity provider's process is gone, and what stands in front of it can only say so. Calibration: the same sign-in in good weather. */
import { idpKilled } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(idpKilled, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.unavailable' });
