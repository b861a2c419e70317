/** Whoever may name hosts below a verified domain has not proved anything by that. Calibration: the verified domain itself. */
import { refusedWith, scenario, scimUser } from '../../harness/scenario/index.ts';

export default scenario<{ email: string }>({
  proves: ['M-11', 'N-05'],
  honest: { email: 'worker@acme.test' },
  deviation: { email: 'worker@guests.acme.test' },
  act: async ({ actors }, { email }) => {
    const body = scimUser('worker', { emails: [{ value: email, primary: true }] });
    return (await actors.connector().send({ method: 'POST', path: '/Users', body })).outcome;
  },
  expect: [refusedWith('directory.scim.email-domain-not-verified')],
});
