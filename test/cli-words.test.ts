/** What a person may type, and what the program says to the rest: exit 2, one line, the nearest valid word. */
import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempered } from './cli-process.ts';

const folder = await mkdtemp(join(tmpdir(), 'tempered-test-cli-'));
await writeFile(join(folder, 'there'), 'kept');
await symlink(join(folder, 'there'), join(folder, 'link'));

test('the help lists every command, every option of run and every exit code', async () => {
  const { code, stdout, stderr } = await tempered(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  for (const word of [
    'run',
    'up',
    'list',
    'doctor',
    '--grep',
    '--idp',
    '--idp-image',
    '--mode',
    '--seed',
    '--out',
    '--workers',
    '--headed',
    '--processes',
    '--json',
  ])
    expect(stdout).toContain(word);
  for (const exitCode of [0, 1, 2, 3, 4]) expect(stdout).toMatch(new RegExp(`^  ${exitCode}  `, 'm'));
});

test.each(['--version', '-V'])('%s says which version it is, and on which Node', async (flag) => {
  const { code, stdout } = await tempered([flag]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^tempered \d+\.\d+\.\d+ \(Node \d+\.\d+\.\d+, \S+ \S+\)\n$/)]);
});

test('no message and no help names the program as it cannot be started', async () => {
  for (const words of [
    ['--help'],
    ['run', '--help'],
    ['up', '--help'],
    ['list', '--help'],
    ['doctor', '--help'],
    ['rnu'],
    ['--grep', 'no such'],
  ])
    for (const said of Object.values(await tempered(words)))
      expect(`${said}`).not.toMatch(/(?<!npx )tempered (run|up|list|doctor|help|--)/);
});

test.each([
  [['run', '--help'], '--grep'],
  [['up', '--help'], 'breakGlassRanges'],
  [['list', '--help'], 'requirements'],
  [['doctor', '--help'], 'Exit code'],
  [['help', 'doctor'], 'Exit code'],
])('%j shows help and exits 0', async (words, expected) => {
  const { code, stdout } = await tempered(words);
  expect([code, stdout]).toEqual([0, expect.stringContaining(expected)]);
});

const refused: readonly (readonly [readonly string[], RegExp])[] = [
  [['rnu'], /there is no command rnu \(did you mean run\?\)/],
  [['anything'], /there is no command anything; to choose scenarios: npx tempered --grep anything/],
  [['help', 'doktor'], /did you mean doctor\?/],
  [['--gerp', 'x'], /there is no option --gerp of run \(did you mean --grep\?\)/],
  [['run', '--workes', '2'], /did you mean --workers\?/i],
  [['up', '--jsn', 'x'], /did you mean --json\?/i],
  [['doctor', '--jsno'], /did you mean --json\?/i],
  [['--idp', 'keycloak-jmv'], /did you mean keycloak-jvm\?/],
  [['--idp', 'nothing-like-it'], /one of auto, keycloak-container, keycloak-jvm, embedded/],
  [['--mode', 'browzer'], /did you mean browser\?/],
  [['--workers', '0'], /whole number from 1 to 8/],
  [['--workers', '9'], /whole number from 1 to 8/],
  [['--workers', 'two'], /whole number from 1 to 8/],
  [['--seed', '-1'], /--seed -1: it is a whole number from 0 to 2147483647/],
  [['--seed', '1.5'], /whole number from 0/],
  [['--seed', '2147483648'], /whole number from 0/],
  [['--grep', ''], /may not be empty/],
  [['--grep'], /--grep needs a value after it: <text>/],
  [['--idp'], /--idp needs a value after it: auto, keycloak-container, keycloak-jvm, embedded/],
  [['--mode'], /--mode needs a value after it: browser, wire/],
  [['--grep', 'no scenario says this'], /no scenario matches .*tempered list scenarios/],
  [['--mode', 'wire', '--headed'], /--headed shows a browser/],
  [['--idp', 'embedded', '--idp-image', 'an/image:1'], /embedded runs no image/],
  [['--json', folder], /is a folder/],
  [['--json', join(folder, 'there')], /is no results\.json of an earlier run: .*; name another file/],
  [['--json', join(folder, 'link')], /is a symbolic link/],
  [['--json', join(folder, 'nowhere', 'file')], /does not exist/],
  [['up', '--json', join(folder, 'link')], /is a symbolic link/],
  [['up', '--config', join(folder, 'no-file')], /cannot be read: there is no such file/],
  [['up', '--config', join(folder, 'there')], /is not JSON/],
  [['list'], /say what to list: scenarios/],
  [['list', 'scenario'], /did you mean scenarios\?/],
  [['list', 'faults', 'drivers'], /list takes one word after it, and got 2/],
  [['doctor', 'now'], /doctor takes no word after it, and got 1/],
  [['list', 'nothing-like-it'], /list nothing-like-it: it is one of scenarios, requirements, decisions, faults/],
  [['run', 'run'], /run takes no word after it, only options: npx tempered run --help/],
  [['run', 'doctor'], /doctor is a command of its own and stands first: npx tempered doctor/],
];

test.each(refused)('%j is refused with exit 2 in one line', async (words, expected) => {
  const { code, stdout, stderr } = await tempered(words);
  expect(stderr).toMatch(expected);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
});

test('output that cannot be written is never success', async ({ skip }) => {
  if (process.platform !== 'linux') skip('only Linux has a device that is always full');
  const { spawnSync } = await import('node:child_process');
  const { openSync, closeSync } = await import('node:fs');
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, ['main.ts', 'list', 'faults'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect([status, stderr]).toEqual([4, expect.stringContaining('standard output could not be written')]);
});

test('a reader that goes away early breaks nothing', async () => {
  const { spawnSync } = await import('node:child_process');
  const command = `"${process.execPath}" main.ts list requirements --json | head -c 1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect([stdout.trim(), stderr]).toEqual(['0', '']);
});
