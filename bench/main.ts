/** The benchmark program: measures the asked figures one after the other, and prints them as a table and, when asked, as JSON. */
import { CommanderError } from 'commander';
import { UsageError } from '../harness/cli/usage-error.ts';
import { mayBeWritten, writeWhole } from '../harness/cli/write-whole.ts';
import { documentOf, loadNow, placeNow } from './document.ts';
import type { Bench, Figure } from './figure.ts';
import { figures } from './figures.ts';
import { type Wish, wishFrom } from './options.ts';
import { type Answered, tableOf } from './words.ts';

const exitCodes = { measured: 0, usage: 2, broke: 4 } as const;
type Attempt = { readonly answered: Answered; readonly broke: boolean };

async function benchmark(words: readonly string[]): Promise<number> {
  try {
    return await measured(wishFrom(words, figures));
  } catch (error) {
    if (error instanceof CommanderError) return exitCodes.measured;
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UsageError ? exitCodes.usage : exitCodes.broke;
  }
}

async function measured(wish: Wish): Promise<number> {
  if (wish.json !== undefined) await mayBeWritten(wish.json, 'tempered-bench');
  const startedAtMs = Date.now();
  const place = placeNow();
  const bench = (figure: string): Bench => ({ ...wish, progress: (message) => say(startedAtMs, `${figure}: ${message}`) });
  const attempts: Attempt[] = [];
  for (const figure of wish.only) attempts.push(await attempt(figure, bench(figure.name)));
  const answers = attempts.map(({ answered }) => answered);
  process.stdout.write(`${tableOf(answers, place)}\n`);
  const { quick, seed } = wish;
  const document = documentOf({ startedAtMs, endedAtMs: Date.now(), quick, seed, place }, answers);
  if (wish.json !== undefined)
    await writeWhole(wish.json, `${JSON.stringify(document, null, 2)}\n`, { kind: 'tempered-bench', mode: 0o644 });
  return attempts.some(({ broke }) => broke) ? exitCodes.broke : exitCodes.measured;
}

/** One figure that breaks does not take the others along. */
async function attempt(figure: Figure, bench: Bench): Promise<Attempt> {
  const about = { figure: figure.name, loadBefore: loadNow() };
  try {
    return { answered: { ...about, readings: await figure.run(bench) }, broke: false };
  } catch (error) {
    const why = `it broke: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
    bench.progress(why);
    return { answered: { ...about, readings: [{ what: figure.name, notMeasured: why }] }, broke: true };
  }
}

const say = (sinceMs: number, message: string): void =>
  void process.stderr.write(`${((Date.now() - sinceMs) / 1000).toFixed(1).padStart(6)} s  ${message}\n`);

process.exitCode = await benchmark(process.argv.slice(2));
