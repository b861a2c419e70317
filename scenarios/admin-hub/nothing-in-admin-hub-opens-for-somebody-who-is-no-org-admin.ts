/** Every page and every form of AdminHub, session limits among them, with the session of somebody who is signed in and no org admin. Calibration: an org admin, who opens the first of them. */
import { operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

const notOrgAdmin = 'admin-hub.access.not-org-admin';

/** Fewer would mean that this looks at something else than AdminHub. */
const fewestRows = 40;

export default scenario<{ as: 'ada' | 'uma' }>({
  proves: ['S10', 'M-10', 'M-11', 'B-05'],
  needs: ['operations'],
  hands: 'wire',
  honest: { as: 'ada' },
  deviation: { as: 'uma' },
  act: async (world, { as }) => {
    const { actors, target } = world;
    const { host } = target.origins.admin;
    const person = actors.user({ as });
    await person.signIn();
    let last = await person.open('admin');
    const rows = (await operationsOf(world).routes()).filter((row) => row.host === host && row.access === 'session');
    if (rows.length < fewestRows) return { kind: 'unknown', why: `AdminHub has ${rows.length} rows, and is said to have ${fewestRows}` };
    for (const { method, path } of rows) {
      if (last.kind !== 'refused' || last.code !== notOrgAdmin) return last;
      last =
        method === 'GET'
          ? (await person.readHub(path)).outcome
          : await person.postFrom(target.origins.admin, { host: 'admin', path, form: { subject: 'u-1', absoluteSeconds: '600' } });
    }
    return last;
  },
  expect: [refusedWith(notOrgAdmin)],
});
