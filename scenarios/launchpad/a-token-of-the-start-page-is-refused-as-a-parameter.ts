/** A token of the start page stands in the address, as a bearer token may. */
import { startPageTokenScenario } from '../../harness/scenario/index.ts';

export default startPageTokenScenario({ proves: ['I-08', 'M-05'], carriedAs: 'parameter', refusedWith: 'session.host.missing' });
