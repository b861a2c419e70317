/** The start page is the customer's and not ours: on the way from its tile to the tracker and back, neither its host nor its script learns a session, a token or a code of the cloud. */
import { atTheTiles, learntByStartPage, scenario, startPageLearnsNothing } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-11', 'S7'],
  needs: ['browser', 'start-page'],
  honest: {},
  act: async (world) => {
    const user = await atTheTiles(world);
    const opened = await user.startPage.choose('tracker');
    if (opened.kind !== 'ok') return opened;
    await user.startPage.open();
    return learntByStartPage(world, user);
  },
  expect: [startPageLearnsNothing],
});
