/** The SCIM server under whatever sequence of operations: the organisation keeps an org admin, what is refused changes nothing, and what is counted is what is there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectorsIn } from '../system/isolated/directory/connectors.ts';
import { releasedDirectoryPolicy } from '../system/isolated/directory/policy.ts';
import { createDirectoryService } from '../system/isolated/directory/service.ts';
import { Refusal } from '../system/kernel/refusal.ts';
import type { Action, ServiceRequest } from '../system/kernel/service.ts';
import { directoryStage } from './directory-stage.ts';
import { silentLog, systemRandom } from './manual-ports.ts';

const issuer = 'https://idp.acme.test';
const token = 'token-of-this-test-0123456789';

function scimStage() {
  const stage = directoryStage();
  const { clock, directory, stored, audit } = stage;
  directory.domains.provision('acme.test');
  for (const admin of ['ada', 'alan']) directory.grant({ issuer, idpSubject: admin }, 'org-admin');
  const connectors = connectorsIn(stored.store, { clock, random: systemRandom });
  connectors.make({ name: 'suite', issuer, token }).effect();
  const service = createDirectoryService(
    {
      ...{ cloud: 'acme', adminHost: 'admin.acme.test', directory, clock, random: systemRandom, audit, log: silentLog, roster: [] },
      sessions: { endAllOf: () => 0, privilegesChanged: () => 0 },
      outbound: { request: () => Promise.reject(new TypeError('nothing is out there')) },
      hrFeedUrl: undefined,
    },
    releasedDirectoryPolicy,
  );
  const send = async (method: Action['method'], path: string, said: Partial<ServiceRequest> = {}) => {
    const [, kind = '', id] = path.split('/');
    const wanted = `/scim/v2/${kind}${id === undefined ? '' : '/:id'}`;
    const action = service.scim.find((each) => each.method === method && each.path === wanted);
    if (!action) throw new TypeError(`no action for ${method} ${wanted}`);
    const nothing = { reference: 'r', peer: '', host: '', path, query: {}, rawQuery: '', repeated: [], form: {}, cookies: {} };
    const request: ServiceRequest = {
      ...nothing,
      ...{ context: undefined, wantsPage: false, userAgent: '', ifMatch: undefined, json: undefined, bearer: token },
      parameters: id === undefined ? {} : { id },
      ...said,
    };
    try {
      const { status, content } = await action.run(request);
      return { code: 'allowed', status, body: content.kind === 'text' ? JSON.parse(content.text) : undefined };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { code: error.code, status: (await action.refused?.(error, request))?.status ?? 0, body: undefined };
    }
  };
  const state = (): string => JSON.stringify([stored.people.list(), stored.groups.list(), stored.groups.countAllMembers()]);
  return { ...stage, connectors, send, state };
}

const user = (name: string, more: object = {}) =>
  JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: `${name}@acme.test`, externalId: name, ...more });
const patch = (...Operations: object[]) => JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations });
const group = (displayName: string, members: readonly string[]) =>
  JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName, members: members.map((value) => ({ value })) });

/** The first two are org admins. */
const names = ['ada', 'alan', 'uma'];
const operation = fc.oneof(
  fc.record({
    does: fc.constantFrom('create' as const, 'suspend' as const, 'reactivate' as const, 'delete' as const),
    who: fc.constantFrom(...names),
  }),
  fc.record({ does: fc.constant('group' as const), members: fc.subarray(names) }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(10, 70) }),
  fc.record({ does: fc.constant('resume' as const) }),
);

test('whatever a connector pushes, one org admin stays, and refused pushes change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
      const { send, stored, state, clock, connectors } = scimStage();
      const idOf = (name: string): string => stored.people.byUserName(`${name}@acme.test`)?.subject ?? 'u-nobody';
      for (const name of names) await send('POST', '/Users', { json: user(name) });
      for (const each of operations) {
        const before = state();
        const active = (value: boolean) => ({ json: patch({ op: 'replace', path: 'active', value }) });
        const { code } = await (async () => {
          switch (each.does) {
            case 'create':
              return send('POST', '/Users', { json: user(each.who) });
            case 'suspend':
              return send('PATCH', `/Users/${idOf(each.who)}`, active(false));
            case 'reactivate':
              return send('PATCH', `/Users/${idOf(each.who)}`, active(true));
            case 'delete':
              return send('DELETE', `/Users/${idOf(each.who)}`);
            case 'group': {
              const known = stored.groups.byName('Foundry');
              const json = group('Foundry', each.members.map(idOf));
              return known ? send('PUT', `/Groups/${known.id}`, { json }) : send('POST', '/Groups', { json });
            }
            case 'wait':
              clock.advance(each.minutes * 60_000);
              return { code: 'allowed' };
            case 'resume':
              connectors.goOn('suite');
              return { code: 'allowed' };
          }
        })();
        expect(code).toMatch(/^(allowed|directory\.(scim|mass-change|suspension)\.[a-z-]+)$/);
        if (code !== 'allowed') expect(state()).toBe(before);
        expect(stored.people.activeOrgAdmins().length).toBeGreaterThan(0);
        const people = stored.people.list();
        expect(stored.people.count()).toBe(people.length);
        expect(stored.people.countActive()).toBe(people.filter(({ status }) => status === 'active').length);
        for (const { id } of stored.groups.list()) expect(stored.groups.countMembers(id)).toBe(stored.groups.members(id).length);
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever text is pushed or asked for, there is a code', async () => {
  const { send } = scimStage();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
      const codes = [
        (await send('POST', '/Users', { json: text })).code,
        (await send('POST', '/Groups', { json: text })).code,
        (await send('PATCH', '/Users/u-1', { json: text })).code,
        (await send('GET', '/Users', { query: { filter: text, startIndex: text, count: text } })).code,
      ];
      for (const code of codes) expect(code).toMatch(/^(allowed|directory\.scim\.[a-z-]+)$/);
    }),
  );
});

test('a connector sees its own people only, by the page and by the filter', async () => {
  const { send, directory, connectors } = scimStage();
  for (const name of ['uma', 'nils']) await send('POST', '/Users', { json: user(name) });
  connectors.make({ name: 'other', token: 'another-token-0123456789' }).effect();
  const seen = async (said: Partial<ServiceRequest>) => {
    const { body } = await send('GET', '/Users', said);
    return [body.totalResults, body.Resources.map(({ userName }: { readonly userName: string }) => userName).toSorted()];
  };
  expect(await seen({})).toEqual([2, ['nils@acme.test', 'uma@acme.test']]);
  expect(await seen({ query: { count: '1' } })).toEqual([2, [expect.any(String)]]);
  expect(await seen({ query: { filter: 'userName eq "UMA@acme.test"' } })).toEqual([1, ['uma@acme.test']]);
  expect(await seen({ query: { filter: 'externalId eq "nils"' } })).toEqual([1, ['nils@acme.test']]);
  expect(await seen({ bearer: 'another-token-0123456789' })).toEqual([0, []]);
  expect(await seen({ bearer: 'another-token-0123456789', query: { filter: 'userName eq "uma@acme.test"' } })).toEqual([0, []]);
  expect((await send('POST', '/Users', { json: user('uma'), bearer: 'another-token-0123456789' })).code).toBe('directory.scim.name-taken');
  expect(directory.subjectOf({ issuer, idpSubject: 'uma' })).toBe(
    (await send('GET', '/Users', { query: { filter: 'userName eq "uma@acme.test"' } })).body.Resources[0].id,
  );
});

test('a connector that has to wait is told so, and not that its token is wrong; a stranger always hears the same', async () => {
  const { send, connectors } = scimStage();
  connectors.stop('suite', 'directory.mass-change.too-many-suspended');
  expect(await send('POST', '/Users', { json: user('uma') })).toMatchObject({ code: 'directory.scim.connector-stopped', status: 503 });
  connectors.goOn('suite');
  for (let at = 0; at < 50; at += 1) await send('DELETE', '/Users/u-nobody', { reference: `r-${at}` });
  expect(await send('POST', '/Users', { json: user('uma') })).toMatchObject({ code: 'directory.scim.refused-too-often', status: 429 });
  connectors.revoke('suite');
  for (const bearer of [undefined, 'guessed-token-0123456789', token])
    expect((await send('POST', '/Users', { json: user('uma'), bearer })).status).toBe(401);
});

test('a token that was revoked opens nothing', async () => {
  const { send, connectors } = scimStage();
  connectors.revoke('suite');
  expect((await send('GET', '/Users')).code).toBe('directory.scim.token-revoked');
});

test('a connector that repeats what is refused is told to wait, is reported once, and is heard again after its hour', async () => {
  const { send, records, clock } = scimStage();
  const pushed = async (count: number): Promise<ReadonlySet<string>> => {
    const codes = new Set<string>();
    for (let at = 0; at < count; at += 1) codes.add((await send('DELETE', '/Users/u-nobody', { reference: `r-${count}-${at}` })).code);
    return codes;
  };
  const alarms = () => records.filter(({ code }) => code === 'directory.scim.refused-too-often');
  expect(await pushed(50)).toEqual(new Set(['directory.scim.not-found']));
  expect(await pushed(20)).toEqual(new Set(['directory.scim.refused-too-often']));
  expect((await send('GET', '/Users')).code).toBe('allowed');
  expect(alarms()).toHaveLength(1);
  clock.advance(61 * 60_000);
  expect((await send('POST', '/Users', { json: user('uma') })).code).toBe('allowed');
  expect(alarms()).toHaveLength(1);
});

test("a connector ends its own suspensions, and nobody else's: not by a change, not by removing, not by making anew", async () => {
  const { send, doing, stored } = scimStage();
  const id = String((await send('POST', '/Users', { json: user('zoe') })).body.id);
  const active = (value: boolean) => patch({ op: 'replace', path: 'active', value });
  for (const value of [false, true]) expect((await send('PATCH', `/Users/${id}`, { json: active(value) })).code).toBe('allowed');
  await doing([{ kind: 'user-suspended', subject: id }], 'by-hand');
  const refused = { code: 'directory.suspension.of-another', status: 409 };
  expect(await send('PATCH', `/Users/${id}`, { json: active(true) })).toMatchObject(refused);
  expect(await send('PUT', `/Users/${id}`, { json: user('zoe', { active: true }) })).toMatchObject(refused);
  expect(await send('DELETE', `/Users/${id}`)).toMatchObject(refused);
  expect(stored.people.find(id)?.status).toBe('suspended');
  expect((await send('PATCH', `/Users/${id}`, { json: active(false) })).code).toBe('allowed');
  expect((await send('PATCH', `/Users/${id}`, { json: active(true) })).code).toBe('directory.suspension.of-another');
});

test('a connector lets nobody in again whom it takes over, and no org admin', async () => {
  const { send, directory, stored } = scimStage();
  directory.know({ issuer, idpSubject: 'sven' }, 'suspended');
  expect((await send('POST', '/Users', { json: user('sven', { active: true }) })).code).toBe('directory.suspension.of-another');
  const made = await send('POST', '/Users', { json: user('ada') });
  const change = (value: boolean) => send('PATCH', `/Users/${made.body.id}`, { json: patch({ op: 'replace', path: 'active', value }) });
  expect((await change(false)).code).toBe('allowed');
  expect((await change(true)).code).toBe('directory.suspension.of-org-admin');
  expect(stored.people.find(String(made.body.id))?.status).toBe('suspended');
});
