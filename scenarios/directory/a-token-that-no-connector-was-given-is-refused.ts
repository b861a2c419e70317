/** Somebody guesses a connector's token. Calibration: the one that the cloud knows. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ token: 'own' | 'guessed' }>({
  proves: ['N-07', 'M-05'],
  honest: { token: 'own' },
  deviation: { token: 'guessed' },
  act: async ({ actors }, { token }) => (await actors.connector({ token }).send({ method: 'GET', path: '/Users' })).outcome,
  expect: [refusedWith('directory.scim.token-unknown')],
});
