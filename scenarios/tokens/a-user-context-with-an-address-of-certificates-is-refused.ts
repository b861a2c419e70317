/** It says where its certificates can be fetched: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-an-address-of-certificates', { proves: ['I-09'], refusedWith: 'tracker.uct.key-in-header' });
