/** Single sign-on under an outage: the identity provider's process lives, accepts connections, and never answers. Calibration: the same sign-in in good weather. */
import { idpHangs } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(idpHangs, { proves: ['A-12', 'C-02'], refusedWith: 'sso.idp.no-answer' });
