/** Who signs out of the cloud in one tab is signed out at the identity provider, too: the tile of a start page that stands open in another leads to its question and no further, and the button of the start page opened anew leads to it, too. Calibration: the same without signing out. */
import { arrives, atTheTiles, scenario, stopsAtTheIdp, theFirst } from '../../harness/scenario/index.ts';

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
    if (signsOut) await user.startPage.beginSignIn();
    return chosen;
  },
  expect: [
    arrives('idp'),
    theFirst('begin to sign in at the start page', 'who opens the start page anew and signs in there', stopsAtTheIdp('a question')),
  ],
});
