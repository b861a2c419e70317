/** No planted defect can be reached from `run` and `up` (S6): whatever environment, configuration, words or requests say, the cloud starts with the released rules and keeps them. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { upDocumentSchema } from '../harness/cli/up/description.ts';
import { anyCertificate } from '../harness/defects/index.ts';
import type { Planned } from '../harness/run/plan.ts';
import { type ReferencePolicy, releasedPolicy } from '../harness/target/reference/index.ts';
import type { AuditRecord } from '../harness/target/target.ts';
import { policyDigest } from '../system/kernel/policy-digest.ts';

import { startTempered, type Tempered, tempered } from './cli-process.ts';
import { manualClock } from './manual-ports.ts';
import { instead, runOf, scenarioNamed } from './teeth-runs.ts';
import { actorsOutside } from './up-outside.ts';

const rule = 'rule-off:session.host.missing';
/** Everything that somebody might hope to be heard. */
const hostile = {
  ...Object.fromEntries(
    ['DEFECT', 'DEFECTS', 'PLANT', 'RULE_OFF', 'LENIENT', 'POLICY', 'POLICY_DIGEST', 'RULES', 'PROFILE', 'PROVE'].map((name) => [
      `TEMPERED_${name}`,
      rule,
    ]),
  ),
  NODE_ENV: 'test',
  DEBUG: '*',
};
const folder = await mkdtemp(join(tmpdir(), 'tempered-test-defects-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the start records must name: the rules of the two zones, and the client by which the cloud asks the outside. */
type Digests = { readonly edge: readonly unknown[]; readonly cloud: readonly unknown[]; readonly outbound: readonly unknown[] };

/** As this process compiled them. */
const digestsHere = ({ edge, cloud, outbound }: ReferencePolicy): Digests => ({
  edge: [policyDigest(edge)],
  cloud: [policyDigest(cloud)],
  outbound: [policyDigest(outbound(nowhere))],
});
const nowhere: Parameters<ReferencePolicy['outbound']>[0] = {
  egress: { address: '127.0.0.1', port: 9 },
  trustPem: '',
  zone: 'isolated',
  clock: manualClock(0),
};

/** By the Node that runs the product: another compiler writes the text of a rule otherwise. */
async function digestsThere(): Promise<Digests> {
  const file = (path: string): string => JSON.stringify(new URL(`../${path}`, import.meta.url).href);
  const program = `import { policyDigest } from ${file('system/kernel/policy-digest.ts')};
import { releasedPolicy } from ${file('harness/target/reference/index.ts')};
const { edge, cloud, outbound } = releasedPolicy;
const client = outbound(${JSON.stringify(nowhere)});
console.log(JSON.stringify({ edge: [policyDigest(edge)], cloud: [policyDigest(cloud)], outbound: [policyDigest(client)] }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  return JSON.parse(stdout) as Digests;
}

const startsIn = (records: readonly AuditRecord[]): readonly AuditRecord[] =>
  records.filter(({ event }) => /^(cloud|edge)\.started$/.test(event));
/** Of every start; each digest once. */
const digestsIn = (records: readonly AuditRecord[]): Digests => {
  const named = (zone: string, fact: string): readonly unknown[] => [
    ...new Set(records.filter(({ event }) => event === `${zone}.started`).map(({ facts }) => facts[fact])),
  ];
  return { edge: named('edge', 'policy'), cloud: named('cloud', 'policy'), outbound: named('cloud', 'outbound') };
};

const signIn = scenarioNamed('sign-in/an-anonymous-api-call-is-refused');

/** The same scenario; it also keeps what the audit log says about the starts. */
function watching(kept: AuditRecord[]): Planned {
  return instead(signIn, (scenario) => ({
    ...scenario,
    act: async (world, input, given) => {
      const outcome = await scenario.act(world, input, given);
      kept.push(...(await world.target.auditRecords()));
      return outcome;
    },
  }));
}

describe('run', () => {
  test.each([true, false])(
    'judges by the released rules in a hostile environment (a process for each zone: %s)',
    { timeout: 60_000 },
    async (processes) => {
      for (const [name, value] of Object.entries(hostile)) vi.stubEnv(name, value);
      const kept: AuditRecord[] = [];
      const results = await runOf([watching(kept)], { processes });
      vi.unstubAllEnvs();
      expect(results.verdict).toBe('pass');
      expect(startsIn(kept).length).toBeGreaterThan(1);
      // In this process the test's own compiler wrote the rules; in a zone's process nobody did.
      expect(digestsIn(kept)).toEqual(processes ? await digestsThere() : digestsHere(releasedPolicy));
    },
  );

  test('a client that looks at no certificate would show in the start record of the cloud', () => {
    const planted = anyCertificate.plant(releasedPolicy, { idpIsWell: () => true, egress: () => ({ host: '127.0.0.1', port: 9 }) });
    const released = digestsHere(releasedPolicy);
    expect(digestsHere(planted)).toEqual({ ...released, outbound: [expect.not.stringMatching(String(released.outbound))] });
  });

  test('loads no file of the planted defects', { timeout: 60_000 }, async () => {
    const [hook, heard] = [join(folder, 'hook.mjs'), join(folder, 'loaded.txt')];
    await writeFile(
      hook,
      `import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => { appendFileSync(${JSON.stringify(heard)}, url + '\\n'); return next(url, context); } });`,
    );
    const words = [
      'run',
      '--idp',
      'embedded',
      '--mode',
      'wire',
      '--seed',
      '22',
      '--grep',
      'anonymous-api-call',
      '--out',
      join(folder, 'results'),
    ];
    const { code, stderr } = await tempered(words, { ...hostile, NODE_OPTIONS: `--import ${pathToFileURL(hook).href}` });
    expect(code, stderr).toBe(0);
    const loaded = (await readFile(heard, 'utf8')).split('\n');
    expect(loaded).toContain(new URL('../harness/run/run.ts', import.meta.url).href);
    expect(loaded.filter((url) => url.includes('/harness/defects/'))).toEqual([]);
  });

  test('knows no word for a defect, and neither does up', { timeout: 60_000 }, async () => {
    const asked = ['run', 'up'].flatMap((command) => [tempered([command, '--defect', rule]), tempered([command, '--help'])]);
    const [runRefused, runHelp, upRefused, upHelp] = await Promise.all(asked);
    for (const refused of [runRefused, upRefused]) expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--defect') });
    for (const help of [runHelp, upHelp]) expect(help?.stdout).not.toMatch(/defect|lenient|rule-off|policy/i);
  });
});

describe('up', () => {
  let running: Tempered;
  const file = join(folder, 'up.json');

  beforeAll(async () => {
    running = startTempered(['up', '--idp', 'embedded', '--seed', '23', '--json', file], hostile);
    await running.says('Ctrl-C stops everything.');
  }, 60_000);
  afterAll(async () => {
    running.child.kill('SIGINT');
    await running.ended;
  }, 30_000);

  test('starts with the released rules, and no request changes them', { timeout: 60_000 }, async () => {
    const document = upDocumentSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const records = async (): Promise<readonly AuditRecord[]> =>
      (await Promise.all(['cloud', 'edge'].map((zone) => readFile(document.auditFiles[zone] ?? '', 'utf8'))))
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as AuditRecord);
    const released = await digestsThere();
    const before = startsIn(await records());
    expect(digestsIn(before)).toEqual(released);

    const { actors, dismiss } = await actorsOutside(document);
    // Nothing that sounds like a word of ours among ourselves gets past the edge; every other word goes in, and nobody listens.
    for (const name of ['tempered-defect', 'tempered-policy', 'tempered-rule-off'])
      expect(await actors.breakGlass({ from: 'attacker', headers: { [name]: rule } }).callApi('tracker', '/api/issues')).toMatchObject({
        kind: 'refused',
        code: 'edge.request.internal-header',
      });
    const headers = Object.fromEntries(['x-tempered-defect', 'x-policy', 'defect', 'policy', 'rule-off'].map((name) => [name, rule]));
    const stranger = actors.breakGlass({ from: 'attacker', headers });
    for (const path of ['/defects', '/prove', '/policy', '/.auth/session', '/break-glass?defect=rule-off'])
      await stranger.open('admin', path);
    expect(await stranger.callApi('tracker', `/api/issues?defect=${rule}`)).toMatchObject({
      kind: 'refused',
      code: 'session.host.missing',
    });
    expect(await stranger.signIn()).toMatchObject({ kind: 'refused', code: 'break-glass.login.address-not-allowed' });
    await dismiss();
    expect(startsIn(await records())).toEqual(before);
  });

  test('refuses every key for a defect in a configuration', { timeout: 60_000 }, async () => {
    const keys = ['defect', 'defects', 'policy', 'rules', 'ruleOff'];
    const config = join(folder, 'config.json');
    await writeFile(config, JSON.stringify({ idp: 'embedded', ...Object.fromEntries(keys.map((key) => [key, rule])) }));
    const { code, stderr } = await tempered(['up', '--config', config]);
    expect(code).toBe(2);
    expect(keys.filter((key) => !stderr.includes(`there is no ${key};`))).toEqual([]);
  });
});
