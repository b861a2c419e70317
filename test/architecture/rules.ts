/** The rules of the architecture that can be read from the sources, each with a forged source that it must reject. */
import { posix } from 'node:path';
import { noCircleOfFiles, noCircleOfHarnessFolders } from './circles.ts';
import { importTable, isIn, openDoors, portFiles, scenarioLoader, signalFiles } from './import-table.ts';
import type { Rule } from './rule.ts';
import type { Reach, Source } from './source.ts';

const header = '/** A forged source. */\n';
const ours = (source: Source): readonly Reach[] => source.reaches.filter((reach) => reach.ours);
const isTested = (source: Source, ...places: readonly string[]): boolean => places.some((place) => isIn(place, source.path));

const onlyWhatTheTableNames: Rule = {
  name: 'a file imports only what its row of the import table names',
  broken(source) {
    const row = importTable.find(({ from }) => isIn(from, source.path));
    if (row === undefined) return ['no row of the import table is about it'];
    const allowed = ({ to, typesOnly }: Reach): boolean =>
      row.values.some((place) => isIn(place, to)) || (typesOnly && row.types.some((place) => isIn(place, to)));
    return ours(source)
      .filter((reach) => !allowed(reach))
      .map(({ to, typesOnly }) => `imports ${typesOnly ? 'types of ' : ''}${to}`);
  },
  forged: [
    { path: 'scenarios/sign-in/a.ts', text: "import { judge } from '../../system/index.ts';" },
    { path: 'scenarios/sign-in/a.ts', text: "export { world } from '../../harness/world/world.ts';" },
    { path: 'harness/run/run.ts', text: "import { startEdge } from '../../system/index.ts';" },
    { path: 'harness/run/run.ts', text: "export * from '../../system/index.ts';" },
    { path: 'harness/run/run.ts', text: "const system = await import('../../system/index.ts');" },
    { path: 'harness/run/run.ts', text: "import { startMailbox } from '../../fakes/index.ts';" },
    { path: 'harness/run/run.ts', text: "const entry = new URL('../../system/index.ts', import.meta.url);" },
    { path: 'harness/run/run.ts', text: "type Page = import('../../reports/index.ts').Page;" },
    { path: 'fakes/mailbox/smtp.ts', text: "import { OutboundFailure } from '../../system/kernel/ports.ts';" },
    { path: 'fakes/mailbox/smtp.ts', text: "import type { Store } from '../../system/index.ts';" },
    { path: 'reports/html.ts', text: "import { resultsSchema } from '../harness/verdict/results.ts';" },
    { path: 'system/isolated/sso/login.ts', text: "import { sessions } from '../session/index.ts';" },
    { path: 'system/edge/index.ts', text: "import type { Config } from '../isolated/index.ts';" },
    { path: 'system/kernel/store.ts', text: "import { edge } from '../edge/index.ts';" },
    { path: 'system/edge/index.ts', text: "import { startWorld } from '../../harness/world/world.ts';" },
    { path: 'system/isolated/new-part/index.ts', text: "import { judge } from '../../kernel/rule.ts';" },
    { path: 'elsewhere/a.ts', text: 'export const a = 1;' },
  ],
};

const nothingReachesPastADoor: Rule = {
  name: 'a part with an index.ts is entered by it and nowhere else',
  broken(source, all) {
    const doors = all.filter(({ path }) => path.endsWith('/index.ts')).map(({ path }) => posix.dirname(path));
    const past = ({ to }: Reach): string | undefined =>
      doors.find((door) => isIn(`${door}/`, to) && !isIn(`${door}/`, source.path) && to !== `${door}/index.ts`);
    return ours(source)
      .filter((reach) => past(reach) !== undefined && !mayPass(source, reach))
      .map((reach) => `imports ${reach.to} past ${past(reach)}/index.ts`);
  },
  forged: [
    { path: 'harness/run/run.ts', text: "import { createFake } from '../../fakes/mailbox/smtp.ts';" },
    { path: 'harness/target/reference/index.ts', text: "import { judge } from '../../../system/kernel/rule.ts';" },
    { path: 'harness/cli/program.ts', text: "import { chooseDriver } from '../idp/choose.ts';" },
    { path: 'system/isolated/index.ts', text: "export { rules } from './sso/callback.ts';" },
    { path: 'main.ts', text: "import { programOf } from './harness/cli/program.ts';" },
  ],
};

/** Types between the harness's parts, the ports for those who stand in for what lies behind them, a door within, and what the table opens. */
function mayPass(source: Source, { to, typesOnly }: Reach): boolean {
  const withinHarness = isIn('harness/', source.path) && isIn('harness/', to);
  if (withinHarness && (typesOnly || to.endsWith('/index.ts'))) return true;
  if (typesOnly && to === 'system/kernel/ports.ts') return true;
  return openDoors.some((open) => isIn(open.from, source.path) && isIn(open.to, to));
}

const defectsStayInTests: Rule = {
  name: 'no planted defect can be reached from main.ts or bin',
  broken(source, all) {
    if (!isTested(source, 'main.ts', 'bin/')) return [];
    return reachedFrom(source, all)
      .filter((path) => isIn('harness/defects/', path))
      .map((path) => `reaches ${path}`);
  },
  forged: [
    { path: 'main.ts', text: "import { defects } from './harness/defects/index.ts';" },
    { path: 'bin/tempered.js', text: "const place = new URL('../harness/defects/index.ts', import.meta.url);" },
  ],
};

/** Types count too, and whatever is loaded by name: every scenario. */
function reachedFrom(start: Source, all: readonly Source[]): readonly string[] {
  const byPath = new Map(all.map((source) => [source.path, source]));
  const seen = new Set<string>();
  const open = [...ours(start).map(({ to }) => to), ...all.map(({ path }) => path).filter((path) => isIn('scenarios/', path))];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const source = byPath.get(path);
    if (source) open.push(...ours(source).map(({ to }) => to));
  }
  return [...seen];
}

const defectsAreForTestsOnly: Rule = {
  name: 'only tests and the defects themselves import harness/defects',
  broken(source) {
    if (isTested(source, 'test/', 'harness/defects/')) return [];
    return ours(source)
      .filter(({ to }) => isIn('harness/defects/', to))
      .map(({ to }) => `imports ${to}`);
  },
  forged: [{ path: 'harness/run/run.ts', text: "import type { Defect } from '../defects/index.ts';" }],
};

const onlyTheLoaderImportsWhatItFinds: Rule = {
  name: 'an import names its file, except where the scenarios are loaded',
  broken: (source) =>
    isTested(source, scenarioLoader, 'test/')
      ? []
      : source.reaches.filter(({ to }) => to === '(computed)').map(() => 'imports something computed'),
  forged: [{ path: 'harness/run/run.ts', text: 'const part = await import(process.argv[2] ?? name);' }],
};

const chance = ['Math.random', 'crypto.getRandomValues', 'crypto.randomUUID', 'randomUUID', 'randomBytes', 'randomInt'];
const time = [
  'Date.now',
  'new Date()',
  'Date',
  'performance.now',
  'process.hrtime',
  'AbortSignal.timeout',
  'setTimeout',
  'setInterval',
  'setImmediate',
];

const timeAndChanceComeThroughPorts: Rule = {
  name: 'in system and scenarios time and chance come through ports',
  broken(source) {
    if (!isTested(source, 'system/', 'scenarios/') || portFiles.includes(source.path)) return [];
    const global = (use: string): string => use.replace(/^globalThis\./, '');
    const used = source.uses.map(global).filter((use) => chance.includes(use) || time.includes(use));
    const timers = source.reaches.map(({ to }) => to).filter((to) => /^(node:)?(timers|perf_hooks)/.test(to));
    return [...used, ...timers].map((use) => `uses ${use}`);
  },
  forged: [
    ...[
      'Date.now()',
      'new Date()',
      'Math.random()',
      'setTimeout(f, 1)',
      'setInterval(f, 1)',
      'globalThis.Date.now()',
      '[1].map(Math.random)',
    ].map((use) => ({ path: 'system/kernel/store.ts', text: `export const at = ${use};` })),
    { path: 'scenarios/sign-in/a.ts', text: "import { setTimeout } from 'node:timers/promises';" },
    { path: 'system/kernel/store.ts', text: 'export const id = crypto.randomUUID();' },
  ],
};

const systemPrintsNothing: Rule = {
  name: 'the system prints nothing and reads no environment',
  broken(source) {
    if (!isTested(source, 'system/')) return [];
    return source.uses.filter((use) => /^(console\.|process\.(env|stdout|stderr)\b)/.test(use)).map((use) => `uses ${use}`);
  },
  forged: [
    { path: 'system/edge/index.ts', text: 'console.log(1);' },
    { path: 'system/edge/index.ts', text: 'const name = process.env.NAME;' },
  ],
};

const namesSaySomething: Rule = {
  name: 'names are kebab-case, and none of them is util, helpers, common or misc',
  broken({ path }) {
    const words = path.replace(/\.(test|config)?\.?(ts|js)$/, '').split('/');
    const empty = words.filter((word) => /^(utils?|helpers?|common|misc)$/.test(word)).map((word) => `is called ${word}`);
    const odd = words.filter((word) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)).map((word) => `${word} is not kebab-case`);
    return [...empty, ...odd];
  },
  forged: ['harness/util/a.ts', 'system/kernel/helpers.ts', 'reports/common/a.ts', 'test/misc.test.ts', 'harness/run/runPlan.ts'].map(
    (path) => ({
      path,
      text: 'export const a = 1;',
    }),
  ),
};

const filesAreShort: Rule = {
  name: 'no file is longer than 300 lines',
  broken: ({ lines }) => (lines > 300 ? [`has ${lines} lines`] : []),
  forged: [{ path: 'harness/run/run.ts', text: 'let a = 1;\n'.repeat(300) }],
};

const filesSayWhatTheyAreFor: Rule = {
  name: 'every file starts with a comment that says what it is for',
  broken: ({ header: said }) => (said === undefined || said.replaceAll(/[*\s]/g, '').length < 12 ? ['has no header comment'] : []),
  forged: [
    { path: 'harness/run/run.ts', text: "import { a } from './a.ts';\n/** Comes too late to be a header. */\nexport const b = a;" },
    { path: 'harness/run/run.ts', text: '/** */\nexport const b = 1;' },
  ],
};

const exportsAreNamed: Rule = {
  name: 'exports are named, one by one; only a scenario and a configuration have a default',
  broken(source) {
    const stars = source.exports.filter((name) => name === '*').map(() => 'exports *');
    const mayHaveDefault = isTested(source, 'scenarios/') || source.path.endsWith('.config.ts') || isTested(source, 'test/samples/');
    return mayHaveDefault ? stars : [...stars, ...source.exports.filter((name) => name === 'default').map(() => 'has a default export')];
  },
  forged: [
    { path: 'harness/run/index.ts', text: "export * from './run.ts';" },
    { path: 'harness/run/index.ts', text: 'export default 1;' },
  ],
};

const signalsHaveAnAddressee: Rule = {
  name: 'a process is signalled only where its number is looked at first: 0 means everybody around us',
  broken: (source) =>
    isTested(source, ...signalFiles) ? [] : source.uses.filter((use) => use === 'process.kill').map((use) => `uses ${use}`),
  forged: [
    { path: 'test/processes.test.ts', text: "process.kill(world.processIds()[zone] ?? 0, 'SIGKILL');" },
    { path: 'harness/run/run.ts', text: 'process.kill(pid);' },
  ],
};

/** `text` of a forged source gets a header, unless the header is what it is about. */
export const forgedText = (rule: Rule, text: string): string => (rule === filesSayWhatTheyAreFor ? text : header + text);

export const rules: readonly Rule[] = [
  onlyWhatTheTableNames,
  nothingReachesPastADoor,
  defectsStayInTests,
  defectsAreForTestsOnly,
  noCircleOfFiles,
  noCircleOfHarnessFolders,
  onlyTheLoaderImportsWhatItFinds,
  timeAndChanceComeThroughPorts,
  systemPrintsNothing,
  namesSaySomething,
  filesAreShort,
  filesSayWhatTheyAreFor,
  exportsAreNamed,
  signalsHaveAnAddressee,
];
