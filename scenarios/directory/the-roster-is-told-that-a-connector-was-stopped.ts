/** A connector removes everybody and is stopped: people outside are told by mail, which needs no identity provider and no session. */
import { scimDeletesEverybody } from '../../harness/faults/index.ts';
import { ranJob, rosterIsTold, type Staff, scenario, staffed } from '../../harness/scenario/index.ts';

export default scenario<object, Staff>({
  proves: ['N-01', 'N-07'],
  needs: ['mailbox'],
  honest: {},
  fault: scimDeletesEverybody,
  given: staffed,
  act: async (world, _input, staff) => {
    await ranJob(world, staff, 'leavers');
    return (await staff.connector.send({ method: 'GET', path: '/Users' })).outcome;
  },
  expect: [rosterIsTold('The connector hr-suite was stopped')],
});
