/** Somebody's e-mail address becomes that of a custody box. Calibration: an address of the verified domain. */
import { refusedWith, scenario, scimUser } from '../../harness/scenario/index.ts';

export default scenario<{ email: string }>({
  proves: ['N-05', 'M-11'],
  honest: { email: 'worker@acme.test' },
  deviation: { email: 'custody@acme-recovery.test' },
  act: async ({ actors }, { email }) => {
    const body = scimUser('worker', { emails: [{ value: email, primary: true }] });
    return (await actors.connector().send({ method: 'POST', path: '/Users', body })).outcome;
  },
  expect: [refusedWith('directory.scim.email-domain-not-verified')],
});
