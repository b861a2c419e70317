/** The ordinary morning: one sign-in at the customer's start page, and its tile opens the tracker. Nobody asks anything in between: whoever is asked at the identity provider stays there. */
import { arrives, atTheTiles, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-05', 'I-08', 'A-01'],
  needs: ['browser', 'start-page'],
  honest: {},
  given: atTheTiles,
  act: (_world, _input, user) => user.startPage.choose('tracker'),
  expect: [arrives('tracker')],
});
