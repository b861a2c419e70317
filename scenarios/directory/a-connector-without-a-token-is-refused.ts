/** A program without a token asks for people. Calibration: the connector that the cloud knows. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ token: 'own' | 'none' }>({
  proves: ['N-07', 'M-05'],
  honest: { token: 'own' },
  deviation: { token: 'none' },
  act: async ({ actors }, { token }) => (await actors.connector({ token }).send({ method: 'GET', path: '/Users' })).outcome,
  expect: [refusedWith('directory.scim.token-missing')],
});
