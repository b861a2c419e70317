/** A connector removes everybody and is stopped: people outside are told by mail, which needs no identity provider and no session. */
import { pushedAll, rosterIsTold, scenario, staffed } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['N-01', 'N-07'],
  needs: ['mailbox'],
  honest: {},
  given: staffed,
  act: async (_world, _input, { connector, ids }) => {
    await pushedAll(ids, (id) => connector.send({ method: 'DELETE', path: `/Users/${id}` }));
    return (await connector.send({ method: 'GET', path: '/Users' })).outcome;
  },
  expect: [rosterIsTold('The connector hr-suite was stopped')],
});
