/** `tempered up`: a world for one's own browser and tools, described well enough to be driven from outside, and gone when it is ended. */

import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type UpDocument, upDocumentSchema } from '../harness/cli/up/description.ts';
import { writtenUntilTheEnd } from '../harness/cli/up/document-file.ts';
import { watchIdp } from '../harness/cli/up/idp-watch.ts';
import { up } from '../harness/cli/up/up.ts';
import { startTempered, type Tempered, tempered } from './cli-process.ts';
import { signalled } from './signalled.ts';
import { actorsOutside, targetOutside } from './up-outside.ts';

const folder = await mkdtemp(join(tmpdir(), 'tempered-test-up-'));
const startMs = 60_000;
const isUp = 'Ctrl-C stops everything.';

const readDocument = async (path: string): Promise<UpDocument> => upDocumentSchema.parse(JSON.parse(await readFile(path, 'utf8')));

/** True when somebody listens there. */
async function listens(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1');
  const answer = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return answer;
}

async function expectNothingLeft(document: UpDocument): Promise<void> {
  expect(existsSync(dirname(document.caFile))).toBe(false);
  const ports = [
    document.idp.upstream.port,
    Number(new URL(document.authorityUrl).port),
    Number(new URL(document.mailboxUrl).port),
    ...Object.values(document.exits).map(({ proxy }) => Number(new URL(proxy).port)),
  ];
  expect(await Promise.all(ports.map(listens))).toEqual(ports.map(() => false));
}

describe('a world that is up', () => {
  const file = join(folder, 'up.json');
  let running: Tempered;
  let document: UpDocument;
  let said = '';

  beforeAll(async () => {
    await writeFile(file, '{"schema":"tempered-up/1","of":"an earlier one, readable for all"}', { mode: 0o644 });
    running = startTempered(['up', '--idp', 'embedded', '--seed', '11', '--json', file]);
    said = await running.says(isUp);
    document = await readDocument(file);
  }, startMs);

  afterAll(async () => {
    running.child.kill('SIGKILL');
    await running.ended;
  });

  test.skipIf(process.platform === 'win32')('writes the document for its owner only', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('a person signs in with what the document holds', async () => {
    const { actors, dismiss } = await actorsOutside(document);
    expect(await actors.user({ as: 'uma' }).signIn()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
    await dismiss();
  });

  test('who is special has a note that says how, on the terminal as well, and it is so', async () => {
    const notes = Object.fromEntries(document.users.map(({ name, note }) => [name, note]));
    expect(Object.entries(notes).flatMap(([name, note]) => (note === undefined ? [] : [name]))).toEqual([
      'ada',
      'sven',
      'xenia',
      'olga',
      'harbour-one',
    ]);
    for (const { name, password, note = '' } of document.users)
      expect(said).toMatch(new RegExp(`^ {2}${RegExp.escape(name)} +${RegExp.escape(password)} *${RegExp.escape(note)}$`, 'm'));
    expect(said).toMatch(/^ {2}harbour-one .* {2}not the person of the same name above$/m);
    const { actors, dismiss } = await actorsOutside(document);
    const signedIn = { kind: 'ok', landedOn: 'tracker' };
    const expected: Readonly<Partial<Record<string, object>>> = {
      sven: { kind: 'refused', code: 'directory.sign-in.suspended' },
      olga: { kind: 'refused', code: 'directory.sign-in.domain-not-verified' },
    };
    for (const as of ['ada', 'sven', 'xenia', 'olga', 'harbour-one'] as const)
      expect(await actors.user({ as }).signIn(), as).toMatchObject(expected[as] ?? signedIn);
    await dismiss();
  });

  test('what the identity provider calls by itself arrives: its word that somebody signed out', async () => {
    const { actors, dismiss } = await actorsOutside(document);
    const outside = targetOutside(document);
    const nils = actors.user({ as: 'nils' });
    expect(await nils.signIn()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
    await nils.signOut();
    const arrived = expect.objectContaining({ event: 'sso.back-channel-logout.received', code: 'allowed' });
    await vi.waitFor(async () => expect(await outside.auditRecords()).toContainEqual(arrived), { timeout: 10_000 });
    await dismiss();
  });

  test('the metadata that it names are there for AdminHub to import', async () => {
    expect(said).toContain(document.idp.samlMetadataUrl);
    const { actors, dismiss } = await actorsOutside(document);
    const admin = actors.user({ as: 'ada' });
    await admin.signIn();
    const values = { address: document.idp.samlMetadataUrl };
    expect(await admin.sendHubForm({ page: '/idp-settings', form: 'import-settings', values })).toMatchObject({ kind: 'ok' });
    await dismiss();
  });

  test('a break-glass account signs in with the password and key of the document, from hq and from nowhere else', async () => {
    const { actors, dismiss } = await actorsOutside(document);
    expect(await actors.breakGlass().signIn()).toMatchObject({ kind: 'ok', landedOn: 'admin' });
    expect(await actors.breakGlass({ account: 'harbour-two', from: 'home' }).signIn()).toMatchObject({
      kind: 'refused',
      code: 'break-glass.login.address-not-allowed',
    });
    await dismiss();
  });

  test('a browser learns the way for .test names only, and the authority, from loopback', async () => {
    const hq = document.exits.hq;
    const pac = await fetch(hq?.pacUrl ?? '');
    expect(pac.headers.get('content-type')).toBe('application/x-ns-proxy-autoconfig');
    const way = new Function('dnsDomainIs', `${await pac.text()}; return FindProxyForURL;`)((host: string, domain: string) =>
      host.endsWith(domain),
    ) as (url: string, host: string) => string;
    expect(way('https://tracker.acme.isolated.test/', 'tracker.acme.isolated.test')).toBe(`PROXY ${new URL(hq?.proxy ?? '').host}`);
    expect(way('https://example.org/', 'example.org')).toBe('DIRECT');
    expect(await (await fetch(document.authorityUrl)).text()).toBe(await readFile(document.caFile, 'utf8'));
    expect((await fetch(new URL('/up.json', document.authorityUrl))).status).toBe(404);
  });

  test('what it says holds no private key', async () => {
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toContain(`Stopped. ${file} is removed`);
    expect(existsSync(file)).toBe(false);
    for (const { keys } of document.breakGlass.accounts)
      for (const { privateKey } of keys) expect(`${stdout}${stderr}`).not.toContain(privateKey);
    await expectNothingLeft(document);
  });
});

test(
  'changed fixtures are what holds: passwords at the identity provider, ranges and passwords of break-glass',
  async () => {
    const [config, file] = [join(folder, 'config.json'), join(folder, 'changed.json')];
    const changed = {
      idp: 'embedded',
      seed: 5,
      passwords: { uma: 'another lantern 77' },
      breakGlassPasswords: { 'harbour-one': 'walnut Ferry 93 indigo' },
      breakGlassRanges: ['127.16.0.0/24', '127.44.7.0/24'],
    };
    await writeFile(config, JSON.stringify(changed));
    const running = startTempered(['up', '--config', config, '--json', file]);
    try {
      await running.says(isUp);
      const document = await readDocument(file);
      expect([document.seed, document.users.find(({ name }) => name === 'uma')?.password]).toEqual([5, changed.passwords.uma]);
      const { actors, dismiss } = await actorsOutside(document);
      expect(await actors.user({ as: 'uma' }).signIn()).toMatchObject({ kind: 'ok' });
      expect(await actors.breakGlass({ from: 'home' }).signIn()).toMatchObject({ kind: 'ok' });
      const seeded = { ...document, users: document.users.map((user) => ({ ...user, password: 'marsh-lantern-qx41' })) };
      expect((await (await actorsOutside(seeded)).actors.user({ as: 'uma' }).signIn()).kind).not.toBe('ok');
      await dismiss();
    } finally {
      running.child.kill('SIGTERM');
    }
    expect((await running.ended).code).toBe(0);
  },
  startMs,
);

test('a link is not followed and what it leads to is kept', async () => {
  const [kept, link] = [join(folder, 'kept'), join(folder, 'link')];
  await writeFile(kept, 'kept');
  await symlink(kept, link);
  expect((await tempered(['up', '--idp', 'embedded', '--json', link])).code).toBe(2);
  expect(await readFile(kept, 'utf8')).toBe('kept');
});

test('a file of somebody’s own is neither overwritten nor removed', async () => {
  const config = join(folder, 'own.json');
  const own = '{"passwords":{"uma":"another lantern 77"}}';
  await writeFile(config, own);
  const { code, stderr } = await tempered(['up', '--idp', 'embedded', '--json', config]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${config} is there already and is no document of an earlier up`)]);
  expect(await readFile(config, 'utf8')).toBe(own);
});

/** The child of `parent` whose command line holds `words`. */
function childOf(parent: number, words: string): number {
  const isChild = (pid: string): boolean => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const owner = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return owner === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
    } catch {
      return false;
    }
  };
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find(isChild);
  if (found === undefined) throw new Error(`${parent} has no child with ${words}`);
  return Number(found);
}

test.skipIf(process.platform !== 'linux')(
  'it ends by itself with exit 4 when the identity provider dies',
  async () => {
    const file = join(folder, 'dies.json');
    const running = startTempered(['up', '--idp', 'embedded', '--json', file]);
    await running.says(isUp);
    const document = await readDocument(file);
    signalled(childOf(document.pid, 'embedded-idp'), 'SIGKILL');
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([4, expect.stringContaining('the identity provider no longer answers')]);
    await expectNothingLeft(document);
  },
  startMs,
);

test(
  'interrupted while it starts, it is never up and leaves nothing',
  async () => {
    const temporary = await mkdtemp(join(folder, 'tmp-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
    const end = await up({ wanted: 'embedded', seed: 1, fixtures: {}, interrupted: AbortSignal.abort(), progress: () => {} });
    expect(end).toBe('never-up');
    expect(readdirSync(temporary)).toEqual([]);
    vi.unstubAllEnvs();
  },
  startMs,
);

test('the document is removed at the end, unless it is another one by then', async () => {
  const [mine, taken] = [join(folder, 'mine.json'), join(folder, 'taken.json')];
  const ends = [await writtenUntilTheEnd(mine, 'one'), await writtenUntilTheEnd(taken, 'one')];
  await writeFile(taken, 'of the next');
  for (const end of ends) await end();
  expect(existsSync(mine)).toBe(false);
  expect(await readFile(taken, 'utf8')).toBe('of the next');
});

test('one answer that is missed is not the end of the identity provider, three in a row are', async () => {
  const answers = [true, false, false, true, false, false, false];
  let asked = 0;
  const watching = watchIdp(async () => answers[asked++] ?? true, new AbortController().signal, { everyMs: 1, misses: 3 });
  await expect(watching).rejects.toThrow(/no longer answers/);
  expect(asked).toBe(answers.length);
});
