/** It says where its keys can be fetched: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-an-address-of-keys', { proves: ['I-09'], refusedWith: 'tracker.uct.key-in-header' });
