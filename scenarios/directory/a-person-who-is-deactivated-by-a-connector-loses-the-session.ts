/** Signed in, and then gone in the customer's automation: the next request is refused. Calibration: a change that leaves the person active. */
import { idIn, refusedWith, scenario, scimPatch, scimUser, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ active: boolean }, Awaited<ReturnType<typeof signedInUser>>>({
  proves: ['N-04', 'I-08'],
  honest: { active: true },
  deviation: { active: false },
  given: signedInUser,
  act: async ({ actors, realm }, { active }, user) => {
    const connector = actors.connector();
    const externalId = realm.users.find(({ name }) => name === 'uma')?.subject;
    const id = idIn(await connector.send({ method: 'POST', path: '/Users', body: scimUser('uma', { externalId }) }));
    await connector.send({ method: 'PATCH', path: `/Users/${id}`, body: scimPatch({ op: 'replace', path: 'active', value: active }) });
    return user.callApi('tracker', '/api/issues');
  },
  expect: [refusedWith('session.host.deactivated')],
});
