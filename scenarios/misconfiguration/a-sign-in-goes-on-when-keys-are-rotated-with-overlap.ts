/** Nobody notices a rotation: an unknown key id makes us look again, although the keys were looked at a moment ago. */
import { keysRotatedWithOverlap } from '../../harness/faults/index.ts';
import { faultIsRiddenOut, signedInUser } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(keysRotatedWithOverlap, { proves: ['C-04'], given: signedInUser });
