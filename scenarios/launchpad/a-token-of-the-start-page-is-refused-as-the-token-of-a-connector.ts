/** A token of the start page is brought where a connector brings its own. */
import { startPageTokenScenario } from '../../harness/scenario/index.ts';

export default startPageTokenScenario({
  proves: ['N-07', 'M-05'],
  carriedAs: 'token of a connector',
  refusedWith: 'directory.scim.token-unknown',
});
