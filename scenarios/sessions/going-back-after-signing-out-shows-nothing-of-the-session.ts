/** Whoever sits down in front of the browser after its person signed out goes back, page by page. */
import { lookedBackAfterSigningOut, nothingIsSeenByGoingBack, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['K-04', 'S7'],
  needs: ['browser'],
  honest: {},
  act: lookedBackAfterSigningOut,
  expect: [nothingIsSeenByGoingBack],
});
