/** SCIM with a role that is called org-admin. Calibration: the same person without it. */
import { refusedWith, scenario, scimUser } from '../../harness/scenario/index.ts';

export default scenario<{ roles: readonly { readonly value: string }[] }>({
  proves: ['S10', 'N-08'],
  honest: { roles: [] },
  deviation: { roles: [{ value: 'org-admin' }] },
  act: async ({ actors }, { roles }) => {
    const body = scimUser('climber', roles.length === 0 ? {} : { roles });
    return (await actors.connector().send({ method: 'POST', path: '/Users', body })).outcome;
  },
  expect: [refusedWith('directory.scim.role-given')],
});
