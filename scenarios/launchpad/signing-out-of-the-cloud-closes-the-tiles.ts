/** Who signs out of the cloud in one tab is signed out at the identity provider, too: the tile of a start page that stands open in another leads to its question and no further. Calibration: the same without signing out. */
import { arrives, atTheTiles, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ signsOut: boolean }>({
  proves: ['I-08', 'S7'],
  needs: ['browser', 'start-page'],
  honest: { signsOut: false },
  deviation: { signsOut: true },
  act: async (world, { signsOut }) => {
    const user = await atTheTiles(world);
    const other = user.anotherTab();
    await other.open('tracker');
    if (signsOut) await other.signOut();
    return user.startPage.choose('tracker');
  },
  expect: [arrives('idp')],
});
