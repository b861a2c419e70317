/** A token of the start page is put where the session cookie is. */
import { startPageTokenScenario } from '../../harness/scenario/index.ts';

export default startPageTokenScenario({ proves: ['I-08', 'S7'], carriedAs: 'session cookie', refusedWith: 'session.host.malformed' });
