/** Who signs out of the cloud in one tab is signed out at the identity provider, too: the tile of a start page that stands open in another leads to its question and no further, and the start page opened anew asks to sign in, too. Calibration: the same without signing out. */
import { arrives, atTheTiles, during, scenario } from '../../harness/scenario/index.ts';

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
    const chosen = await user.startPage.choose('tracker');
    if (signsOut) await user.startPage.signIn();
    return chosen;
  },
  expect: [
    arrives('idp'),
    during(
      'the start page asks to sign in, before and after',
      'sign in at the start page',
      (outcomes) => outcomes.length === 2 && outcomes.every(({ kind }) => kind === 'ok'),
    ),
  ],
});
