/** Measures two things in turn, so that whatever else the machine does falls on both: pair by pair, and in each pair the other one first. */
import type { Bench, Measured, Target, Unit } from './figure.ts';
import { pairRatios, spreadOf } from './statistics.ts';

/** One measurement: does it once, and gives what it took. */
export type Sampling = () => Promise<number>;
export type Sides = { readonly ours: Sampling; readonly peer: Sampling };
export type Pairs = { readonly ours: readonly number[]; readonly peer: readonly number[] };

/** `warmUps` rounds are done and forgotten before `rounds` that count. Rejects when a measurement does: half a pair is no pair. */
export async function interleaved(
  { ours, peer }: Sides,
  options: { readonly rounds: number; readonly warmUps: number; readonly progress: Bench['progress']; readonly what: string },
): Promise<Pairs> {
  const taken: { ours: number; peer: number }[] = [];
  for (let round = -options.warmUps; round < options.rounds; round += 1) {
    const oursFirst = round % 2 === 0;
    const first = await (oursFirst ? ours : peer)();
    const second = await (oursFirst ? peer : ours)();
    const pair = oursFirst ? { ours: first, peer: second } : { ours: second, peer: first };
    const counted = round < 0 ? 'warm-up' : `pair ${round + 1} of ${options.rounds}`;
    options.progress(`${options.what}: ${counted}: ${pair.ours.toFixed(1)} against ${pair.peer.toFixed(1)}`);
    if (round >= 0) taken.push(pair);
  }
  return { ours: taken.map((pair) => pair.ours), peer: taken.map((pair) => pair.peer) };
}

export type Named = { readonly ours: string; readonly peer: string; readonly unit: Unit; readonly target?: Target; readonly note: string };

/** Three readings: ours, the peer's, and the ratio of the pairs, which carries the target. */
export const compared = (pairs: Pairs, { ours, peer, unit, target, note }: Named): readonly Measured[] => [
  { what: ours, unit, spread: spreadOf(pairs.ours) },
  { what: peer, unit, spread: spreadOf(pairs.peer) },
  { what: `${ours} / ${peer}`, unit: 'ratio', spread: spreadOf(pairRatios(pairs.ours, pairs.peer)), note, ...(target ? { target } : {}) },
];

/** How long `work` takes, in milliseconds. */
export async function durationMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
