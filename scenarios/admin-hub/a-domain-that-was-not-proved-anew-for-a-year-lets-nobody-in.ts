/** A proof counts for 365 days. At the end of them nobody with an address in the domain comes in by the feed any more. Calibration: one day before. Break-glass asks, because nobody's session lasts as long. */
import { imported, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ days: number }>({
  proves: ['M-11'],
  needs: ['clock', 'hr-feed'],
  honest: { days: 364 },
  deviation: { days: 365 },
  act: async (world, { days }) => {
    await world.target.clock?.step({ seconds: days * 86_400 });
    const holder = world.actors.breakGlass();
    await holder.signIn();
    return imported(world, holder);
  },
  expect: [refusedWith('directory.hr-feed.email-domain-not-verified')],
});
