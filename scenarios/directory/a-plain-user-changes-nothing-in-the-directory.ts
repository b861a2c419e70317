/** AdminHub's forms, with the session of somebody who is none. Calibration: the org admin. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'ada' | 'uma' }>({
  proves: ['S10', 'F-02'],
  honest: { as: 'ada' },
  deviation: { as: 'uma' },
  act: async ({ actors }, { as }) => {
    const person = actors.user({ as });
    await person.signIn();
    await person.open('admin');
    return (await person.administer('connectors/make', { name: 'mine' })).outcome;
  },
  expect: [refusedWith('admin-hub.access.not-org-admin')],
});
