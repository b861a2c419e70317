/** Whoever sits down in front of the browser after its person signed out goes back, page by page, in whatever the browser has stored. */
import { lookedBackAfterSigningOut, nothingIsSeenByGoingBack, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['K-04', 'S7'],
  needs: ['browser'],
  honest: { behind: 'stored' },
  act: lookedBackAfterSigningOut,
  expect: [nothingIsSeenByGoingBack],
});
