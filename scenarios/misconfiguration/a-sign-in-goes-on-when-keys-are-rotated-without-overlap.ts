/** A rotation in a hurry locks nobody out: an unknown key id makes us look again. */
import { keysRotatedWithoutOverlap } from '../../harness/faults/index.ts';
import { faultIsRiddenOut, signedInUser } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(keysRotatedWithoutOverlap, { proves: ['C-04'], given: signedInUser });
