/** AdminHub with something on every page, for whoever looks at all of them. */
import { connectorsIn } from '../system/isolated/directory/index.ts';
import { before, type Hub, openHub, passTest, press, save } from './admin-hub-stage.ts';
import { systemRandom } from './manual-ports.ts';

/** Every page. `{held}`: the id of a stopped change, `{vain}`: of one that cannot be resumed. */
export const hubPages = [
  '/',
  '/idp-settings',
  '/diagnosis',
  '/keys',
  '/trust',
  '/sessions',
  '/people',
  '/groups',
  '/groups?group={group}',
  '/automation',
  '/group-rules',
  '/group-rules?rule=foundry',
  '/group-rules/dry-run',
  '/hr-feed',
  '/hr-feed/dry-run',
  '/hr-feed/upload/dry-run',
  '/held',
  '/held/dry-run?id={held}',
  '/held/dry-run?id={vain}',
  '/connectors',
  '/domains',
  '/audit',
] as const;
/** Every address that takes a form. */
export const hubPosts = [
  ...['', '/import', '/discard', '/test', '/activate', '/roll-back'].map((path) => `/idp-settings${path}`),
  ...['/keys/strike-out', '/trust/rotate', '/sessions/limits', '/sessions/revoke'],
  ...['suspend', 'reactivate', 'grant-org-admin', 'revoke-org-admin'].map((path) => `/people/${path}`),
  ...['create', 'remove', 'put-in', 'take-out'].map((path) => `/groups/${path}`),
  ...['draft', 'draft/rule', 'draft/move', 'draft/remove', 'draft/discard', 'activate'].map((path) => `/group-rules/${path}`),
  ...['import', 'upload', 'upload/import', 'upload/discard'].map((path) => `/hr-feed/${path}`),
  ...['/held/resume', '/held/discard'],
  ...['make', 'revoke', 'resume', 'discard'].map((path) => `/connectors/${path}`),
  ...['claim', 'verify', 'remove'].map((path) => `/domains/${path}`),
];
export const placeIn = ({ view, administration }: Hub, path: string): string => {
  const idOf = (isInVain: boolean): string =>
    view.held().find(({ id }) => (administration.whyHeldInVain(id) !== undefined) === isInVain)?.id ?? '';
  const group = view.groups().find(({ name }) => name === 'Foundry')?.id ?? '';
  return path.replace('{held}', idOf(false)).replace('{vain}', idOf(true)).replace('{group}', group);
};

const hrHeader = 'employee_id,user_name,email,display_name,department,title,status';
const hrLine = (id: number, title = 'Fitter'): string =>
  `e-${id},worker-${id}@acme.test,worker-${id}@acme.test,Worker ${id},${id <= 12 ? 'Foundry' : 'Assembly'},${title},active`;
export const hrFile = (ids: readonly number[], title?: string): string =>
  `${[hrHeader, ...ids.map((id) => hrLine(id, title))].join('\r\n')}\r\n`;
export const twenty = Array.from({ length: 20 }, (_, index) => index + 1);

/** Twenty people by a feed, a group by a rule in force, a draft that inverts it, two changes that were stopped, one of them in vain by now, and a feed that would change things. */
async function automated({ administration, directory, publish, store }: Hub): Promise<void> {
  const by = { actor: 'u-ada', peer: '127.16.0.5', of: '' };
  directory.domains.provision('acme.test');
  directory.domains.claim('moulders.test').effect();
  publish(hrFile(twenty));
  await administration.importFeed(undefined, by);
  const group = await administration.createGroup('Foundry', by);
  const foundry = { attribute: 'department', is: 'Foundry' };
  const draft = async (rules: readonly object[]) => administration.draftRules(JSON.stringify(rules), by).effect();
  const draftId = () => store.get<{ readonly id: string }>('directory.group-rules', 'draft')?.id ?? '';
  await draft([{ name: 'foundry', when: foundry, add: [group] }]);
  await administration.activateRules(draftId(), by);
  const melting = await administration.createGroup('Melting', by);
  await draft([{ name: 'melting', when: foundry, add: [melting] }]);
  await administration.activateRules(draftId(), by).catch(() => {});
  await administration.removeGroup(melting, by);
  const [first] = directory.stored.people.managedBy('hr-feed');
  await administration.changeMember({ group, subject: first?.subject ?? '' }, 'in', by);
  await administration.changePerson(first?.subject ?? '', 'suspend', by);
  await draft([
    { name: 'foundry', when: { not: foundry }, add: [group], except: [first?.subject ?? ''] },
    { name: 'fitters', when: { all: [foundry, { attribute: 'title', is: 'Fitter' }] }, remove: [group] },
  ]);
  await administration.activateRules(draftId(), by).catch(() => {});
  publish(hrFile(twenty.slice(2).concat(21)));
  const dated = (ids: readonly number[], [start, end]: readonly [string, string]): string[] =>
    ids.map((id) => `${hrLine(id)},${start},${end}`);
  const upload = [`${hrHeader},start_date,end_date`, ...dated(twenty, ['', '2026-12-31']), ...dated([21], ['2026-12-01', '']), ''];
  administration.uploadFeed(new TextEncoder().encode(upload.join('\r\n')), by).effect();
}

export async function filledHub(): Promise<Hub> {
  const hub = await openHub();
  const identity = (idpSubject: string) => ({ issuer: before.issuer, idpSubject });
  hub.directory.grant(identity('ada'), 'org-admin');
  const uma = hub.directory.subjectOf(identity('uma'));
  hub.sessions.startSignOn(uma);
  await automated(hub);
  hub.certify([
    { fingerprint: 'ab'.repeat(32), notBeforeMs: 0, notAfterMs: hub.clock.now() + 5 * 86_400_000, from: 'settings', use: 'accepted' },
    { fingerprint: 'cd'.repeat(32), notBeforeMs: 0, notAfterMs: hub.clock.now(), from: 'metadata', use: 'struck-out' },
  ]);
  await save(hub, { clientSecret: 'second-secret' });
  await press(hub, '/idp-settings/activate', { acknowledged: 'untested' });
  await save(hub, { clientId: 'isolated-cloud-renamed' });
  await passTest(hub);
  for (const [code, facts] of [
    ['sso.id-token.audience-other', { aud: 'somebody-else' }],
    ['sso.idp.no-answer', { discovered: 'no-answer' }],
    ['sso.id-token.signature-wrong', { kid: 'k-1' }],
  ] as const)
    hub.records.push({
      reference: 'k7m2p-22222-33333-44444',
      event: 'sso.sign-in.completed',
      code,
      actor: 'anonymous',
      peer: '127.16.0.9',
      facts,
    });
  hub.administration.makeConnector({ name: 'stopped-one', issuer: before.issuer }).effect();
  connectorsIn(hub.store, { clock: hub.clock, random: systemRandom }).stop('stopped-one', 'directory.mass-change.too-many-suspended');
  hub.records.push({
    reference: 'k7m2p-22222-33333-55555',
    event: 'directory.scim.written',
    code: 'allowed',
    actor: 'connector hr',
    peer: '127.16.0.9',
    facts: {},
  });
  return hub;
}
