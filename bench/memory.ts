/** How much memory the harness holds: by itself, and for each world more. */
import { z } from 'zod';
import { defaultWorkers } from '../harness/run/how-many.ts';
import { type Errand, sentOut } from './child-process.ts';
import { type Bench, type Figure, type Reading, roundsOf } from './figure.ts';
import { leased } from './leased.ts';
import { slope, spreadOf } from './statistics.ts';

const megabyte = 1e6;
const target = { atMost: 150 } as const;
const heldSchema = z.object({
  bareBytes: z.number(),
  loadedBytes: z.number(),
  residentBytes: z.array(z.number()).min(2),
  peakBytes: z.number(),
});
const inUseSchema = z.object({ worlds: z.number(), verdict: z.string(), peakBytes: z.number() });
const apartSchema = z.object({ zoneBytes: z.array(z.number()).min(1) });
const inUse = 'highest in a whole suite';
const apart = 'zones of a world with --processes';
type Held = z.infer<typeof heldSchema>;

export const memory: Figure = {
  name: 'memory',
  question: 'resident memory of the harness with 0, 1, 2 … worlds, without browser and identity provider',
  run: async (bench) => {
    const worlds = bench.quick ? 2 : 4;
    const samples: Held[] = [];
    const rounds = roundsOf(bench, { usual: 3, quick: 1 });
    for (let round = 1; round <= rounds; round += 1) samples.push(await held(bench, worlds, `process ${round} of ${rounds}`));
    return [
      ...readings(samples, worlds),
      process.platform === 'linux' ? await zonesApart(bench) : { what: apart, notMeasured: 'only Linux says what processes share' },
      bench.quick ? { what: inUse, notMeasured: 'left out by --quick' } : await atWork(bench),
    ];
  },
};

function readings(samples: readonly Held[], worlds: number): readonly Reading[] {
  const megabytes = (bytesOf: (sample: Held) => number) =>
    ({ unit: 'MB', spread: spreadOf(samples.map((sample) => bytesOf(sample) / megabyte)) }) as const;
  const withoutWorld = ({ residentBytes: [first = Number.NaN] }: Held): number => first;
  return [
    {
      what: 'harness without a world',
      ...megabytes(withoutWorld),
      target,
      note: 'a process of its own in wire mode, after boot; the identity provider is another process; garbage collected before each look',
    },
    { what: 'of which Node itself, type stripping included', ...megabytes(({ bareBytes }) => bareBytes) },
    {
      what: 'of which loaded code',
      ...megabytes(({ bareBytes, loadedBytes }) => loadedBytes - bareBytes),
      note: 'our own modules and the libraries that they import at once',
    },
    {
      what: 'each world more',
      ...megabytes(({ residentBytes }) => slope(residentBytes)),
      target,
      note: `slope over 0 to ${worlds} worlds, after a sign-in at the identity provider and one by break-glass in each`,
    },
    {
      what: `highest with ${worlds} worlds`,
      ...megabytes(({ peakBytes }) => peakBytes),
      note: 'resident at its highest, garbage included',
    },
  ];
}

const held = async ({ seed, progress }: Bench, worlds: number, which: string): Promise<Held> => {
  const script = new URL('./memory-steps.ts', import.meta.url);
  const found = heldSchema.parse(await weighed({ script, words: [`${worlds}`, `${seed}`], nodeFlags: ['--expose-gc'] }));
  progress(`${which}: ${found.residentBytes.map((bytes) => (bytes / megabyte).toFixed(0)).join(', ')} MB with 0 to ${worlds} worlds`);
  return found;
};

async function zonesApart({ seed, progress }: Bench): Promise<Reading> {
  const script = new URL('./memory-apart.ts', import.meta.url);
  const { zoneBytes } = apartSchema.parse(await weighed({ script, words: ['2', `${seed}`] }));
  progress(`${apart}: ${zoneBytes.map((bytes) => (bytes / megabyte).toFixed(0)).join(', ')} MB`);
  const note = 'what the three processes hold together, a page that several map shared out among them; the target is that of a world';
  return { what: apart, unit: 'MB', spread: spreadOf(zoneBytes.map((bytes) => bytes / megabyte)), target, note };
}

/** What the two targets allow together: the harness and as many worlds as took part. */
async function atWork({ seed, progress }: Bench): Promise<Reading> {
  const script = new URL('./memory-in-use.ts', import.meta.url);
  const { worlds, verdict, peakBytes } = inUseSchema.parse(await weighed({ script, words: [`${defaultWorkers('embedded')}`, `${seed}`] }));
  progress(`${inUse}: ${(peakBytes / megabyte).toFixed(0)} MB with ${worlds} worlds`);
  const note = `every scenario in wire mode on ${worlds} worlds (verdict ${verdict}): garbage, records and all that the tap heard included; the target is that of the harness and of ${worlds} worlds together`;
  return { what: inUse, unit: 'MB', spread: spreadOf([peakBytes / megabyte]), target: { atMost: target.atMost * (1 + worlds) }, note };
}

/** What the script printed, parsed. */
const weighed = (errand: Pick<Errand, 'script' | 'words' | 'nodeFlags'>): Promise<unknown> =>
  leased(async (lease) => {
    const said: string[] = [];
    const { exitCode, printed } = await sentOut({ ...errand, lease, progress: (line) => void said.push(line) });
    if (exitCode !== 0) throw new Error(`the process to be weighed ended with ${exitCode}: ${said.slice(-8).join(' ')}`);
    return JSON.parse(printed);
  });
