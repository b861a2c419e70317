/** The account is not in the directory, and its name is nobody else's either. Calibration: a name that is free. */
import { refusedWith, scenario, scimUser } from '../../harness/scenario/index.ts';

export default scenario<{ userName: 'harbour-nine' | 'harbour-one' }>({
  proves: ['N-07', 'F-02'],
  honest: { userName: 'harbour-nine' },
  deviation: { userName: 'harbour-one' },
  act: async ({ actors }, { userName }) =>
    (await actors.connector().send({ method: 'POST', path: '/Users', body: scimUser('any', { userName }) })).outcome,
  expect: [refusedWith('directory.scim.name-taken')],
});
