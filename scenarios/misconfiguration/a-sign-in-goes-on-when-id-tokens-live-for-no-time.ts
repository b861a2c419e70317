/** A token that is over at once was good when it was made: the tolerance for two clocks carries it. */
import { tokenLifetimeZero } from '../../harness/faults/index.ts';
import { faultIsRiddenOut } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(tokenLifetimeZero, { proves: ['C-03'] });
