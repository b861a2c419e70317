/** A token of the start page is brought to the tracker as a bearer token. */
import { startPageTokenScenario } from '../../harness/scenario/index.ts';

export default startPageTokenScenario({ proves: ['I-08', 'M-05'], carriedAs: 'bearer token', refusedWith: 'session.host.missing' });
