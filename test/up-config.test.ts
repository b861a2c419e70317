/** The file of `up --config`: every problem is said at once, in plain words, without a value and before anything starts. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { weakPasswords } from '../harness/cli/up/weak-passwords.ts';
import { tempered } from './cli-process.ts';

const folder = await mkdtemp(join(tmpdir(), 'tempered-test-up-config-'));

test('every problem of a configuration is reported at once, with exit 2 and without a value', async () => {
  const config = join(folder, 'bad.json');
  const secret = 'sh0rt!!';
  await writeFile(
    config,
    JSON.stringify({
      idp: 'ldap',
      seed: -1,
      passwords: { uma: secret, eve: 'somebody else' },
      breakGlassRanges: ['0.0.0.0/0', 'home'],
      colour: 'red',
    }),
  );
  const { code, stdout, stderr } = await tempered(['up', '--config', config]);
  expect([code, stdout]).toEqual([2, '']);
  for (const where of ['idp', 'seed', 'passwords.uma', 'passwords', 'breakGlassRanges.0', 'breakGlassRanges.1', '(the whole)'])
    expect(stderr).toContain(`  ${where}: `);
  expect(stderr).not.toContain(secret);
  for (const words of [
    'must be one of auto, ',
    'must be at least 0',
    'must have at least 8 characters',
    'there is no eve',
    'there is no colour',
  ])
    expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/invalid|unrecognized|expected|option/i);
});

test('break-glass passwords that the system would refuse are named before anything starts, with every other problem', async () => {
  const config = join(folder, 'weak.json');
  const weak = { 'harbour-one': 'passwordpassword', 'harbour-two': 'the HARBOUR-two 5821' };
  await writeFile(config, JSON.stringify({ seed: -1, breakGlassPasswords: weak }));
  const { code, stdout, stderr } = await tempered(['up', '--idp', 'embedded', '--config', config]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('  seed: must be at least 0');
  expect(stderr).toContain('  breakGlassPasswords.harbour-one: is easily guessed');
  expect(stderr).toContain('  breakGlassPasswords.harbour-two: must not hold the name');
  for (const password of Object.values(weak)) expect(stderr).not.toContain(password);
});

test.each<[string, Parameters<typeof weakPasswords>[0], readonly string[]]>([
  [
    'of the other account',
    { 'harbour-one': 'walnut Ferry 93 indigo', 'harbour-two': 'walnut Ferry 93 indigo' },
    ['harbour-one', 'harbour-two'],
  ],
  ['that the fixtures give the other account', { 'harbour-two': 'granite Orchard 58 violet-vm62' }, ['harbour-two']],
  ['that nothing speaks against', { 'harbour-one': 'walnut Ferry 93 indigo' }, []],
])('a break-glass password %s is judged as at a registration', async (_name, given, refused) => {
  expect((await weakPasswords(given)).map(({ account }) => account)).toEqual(refused);
});

test.each([
  ['{ "sed": 5 }', 'there is no sed (did you mean seed?)'],
  ['{ "idp": "embeded" }', '(did you mean embedded?)'],
  ['{ "seed": "5" }', 'seed: must be a number'],
  ['[]', '(the whole): must be names and values in braces'],
  ['{\n  "seed": 5,\n  "passwords": { "uma": moorland },\n}', 'is not JSON: see line 3'],
  ['{\n  "seed": 5,\n}', 'is not JSON: see line 3'],
  ['{\n  "seed": 5', 'is not JSON: it ends in line 2 before it is complete'],
  ['', 'is not JSON: it is empty'],
])('of a configuration %j it is said in plain words what is wrong', async (text, words) => {
  const config = join(folder, 'wrong.json');
  await writeFile(config, text);
  const { code, stderr } = await tempered(['up', '--config', config]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  expect(stderr).not.toContain('moorland');
});

test('a configuration that cannot be read is told apart from a folder', async () => {
  expect((await tempered(['up', '--config', join(folder, 'none.json')])).stderr).toContain('cannot be read: there is no such file');
  expect((await tempered(['up', '--config', folder])).stderr).toContain('cannot be read: it is a folder; name a file in it');
});

test('ranges without the network from which the accounts register are refused before anything starts', async () => {
  const config = join(folder, 'ranges.json');
  await writeFile(config, JSON.stringify({ breakGlassRanges: ['127.44.7.0/24'] }));
  const { code, stderr } = await tempered(['up', '--config', config]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('must hold 127.16.0.5')]);
});
