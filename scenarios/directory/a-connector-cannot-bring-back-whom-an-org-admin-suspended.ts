/** Suspended by hand, and active again in the customer's automation: he stays out. Calibration: the connector brings back whom it suspended itself. */
import { idIn, orgAdmin, refusedWith, scenario, scimPatch, scimUser } from '../../harness/scenario/index.ts';

export default scenario<{ suspendedBy: 'the connector' | 'an org admin' }>({
  proves: ['N-04', 'N-07', 'S10'],
  honest: { suspendedBy: 'the connector' },
  deviation: { suspendedBy: 'an org admin' },
  act: async (world, { suspendedBy }) => {
    const connector = world.actors.connector();
    const ada = await orgAdmin(world);
    const id = idIn(await connector.send({ method: 'POST', path: '/Users', body: scimUser('worker-1') }));
    const change = (value: boolean) =>
      connector.send({ method: 'PATCH', path: `/Users/${id}`, body: scimPatch({ op: 'replace', path: 'active', value }) });
    const { outcome } = suspendedBy === 'the connector' ? await change(false) : await ada.administer('people/suspend', { subject: id });
    return outcome.kind === 'ok' ? (await change(true)).outcome : { kind: 'unknown', why: 'nobody was suspended' };
  },
  expect: [refusedWith('directory.suspension.of-another')],
});
