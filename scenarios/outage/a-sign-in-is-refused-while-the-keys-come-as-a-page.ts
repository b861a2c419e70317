/** Single sign-on under an outage: its keys come under the content type of a page, and are none. Calibration: the same sign-in in good weather. */
import { keysOfAnotherContentType } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(keysOfAnotherContentType, { proves: ['C-02', 'C-03'], refusedWith: 'sso.keys.malformed' });
