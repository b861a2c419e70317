/** A connector writes by what it read before somebody else wrote (RFC 7644 §3.14). Calibration: by what is there now. */
import { refusedWith, type Staff, scenario, scimUser, staffed } from '../../harness/scenario/index.ts';

const versionOf = (body: unknown): string => (body as { readonly meta: { readonly version: string } }).meta.version;

export default scenario<{ by: 'now' | 'before' }, Staff>({
  proves: ['N-07'],
  honest: { by: 'now' },
  deviation: { by: 'before' },
  given: staffed,
  act: async (_world, { by }, { connector, ids: [id] }) => {
    const path = `/Users/${id}`;
    const before = versionOf((await connector.send({ method: 'GET', path })).body);
    const put = (title: string, ifMatch: string) => connector.send({ method: 'PUT', path, body: scimUser('worker-1', { title }), ifMatch });
    const now = versionOf((await put('Moulder', before)).body);
    return (await put('Fitter', by === 'now' ? now : before)).outcome;
  },
  expect: [refusedWith('directory.scim.version-outdated')],
});
