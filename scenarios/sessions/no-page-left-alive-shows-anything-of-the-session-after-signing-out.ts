/** The same in a browser that keeps left pages alive behind the one in front, stored or not, as people's browsers do. */
import { lookedBackAfterSigningOut, nothingIsSeenByGoingBack, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['K-04', 'S7'],
  needs: ['browser', 'page-memory'],
  honest: { behind: 'left-alive' },
  act: lookedBackAfterSigningOut,
  expect: [nothingIsSeenByGoingBack],
});
