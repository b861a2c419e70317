/** Whether an outsider can tell by time why a break-glass sign-in was refused (S14). */
import { readFile } from 'node:fs/promises';
import { seededRandom } from '../harness/ports/seeded-random.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import type { Bench, Figure, Reading } from './figure.ts';
import { inLocalWorld } from './local-world.ts';
import { type Reason, reasons, type Submitted, type Submitter, submitter } from './refused-submission.ts';
import { aucByChance, classifierAuc, spreadOf } from './statistics.ts';

/** For each reason (S14). */
const samples = { usual: 1_000, quick: 100 } as const;
/** Side by side, so that a thousand waits of the refusal deadline do not take an hour; few enough that the machine is mostly idle. */
const people = 16;
const allReasons = Object.keys(reasons) as Reason[];
const warmUps = 3;
const target = { atLeast: 0.45, atMost: 0.55 } as const;
const pairs = [
  ['wrong password', 'no key'],
  ['wrong password', 'unlisted address'],
  ['no key', 'unlisted address'],
] as const satisfies readonly (readonly [Reason, Reason])[];

export const breakGlassRefusals: Figure = {
  name: 'break-glass-refusals',
  question: 'can refusals for different reasons be told apart by their time?',
  run: (bench) =>
    inLocalWorld(bench, async ({ booted, world }) => {
      const perReason = bench.runs ?? (bench.quick ? samples.quick : samples.usual);
      const taken = await gathered(bench, { world, perReason, authorityPem: await readFile(booted.authorityPemFile, 'utf8') });
      await verified(world, taken);
      return readings(taken);
    }),
};

type Gathering = { readonly world: RunningWorld; readonly perReason: number; readonly authorityPem: string };

/** Every person submits once for each reason, in an order drawn anew each time: what the machine does meanwhile falls on all alike. */
async function gathered({ seed, progress }: Bench, { world, perReason, authorityPem }: Gathering): Promise<readonly Submitted[]> {
  const taken: Submitted[] = [];
  const random = seededRandom(seed, 'order of refusals');
  let begun = -warmUps * people;
  const person = async (submitting: Submitter): Promise<void> => {
    while (begun < perReason) {
      const round = begun++;
      for (const reason of shuffled(allReasons, random.fraction)) {
        const submission = await submitting.submit(reason);
        if (round >= 0) taken.push(submission);
      }
      if (round > 0 && round % 100 === 0) progress(`${round} of ${perReason} submissions for each reason`);
    }
  };
  const submitters = Array.from({ length: people }, () => submitter(world, authorityPem));
  try {
    await Promise.all(submitters.map(person));
  } finally {
    for (const submitting of submitters) submitting.close();
  }
  return taken;
}

/** Fisher–Yates. */
export function shuffled<Item>(items: readonly Item[], fraction: () => number): readonly Item[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(Math.floor(fraction() * rest.length), 1));
}

/** A submission that was refused for another reason, or not at all, would make the figure meaningless: it rejects. */
async function verified(world: RunningWorld, taken: readonly Submitted[]): Promise<void> {
  const codes = new Map(
    (await world.target.auditRecords()).filter(({ reference }) => reference !== '').map(({ reference, code }) => [reference, code]),
  );
  for (const { reason, reference, status } of taken) {
    const code = codes.get(reference);
    if (code !== reasons[reason].code)
      throw new Error(`a submission meant to be refused for ${reason} was judged ${code ?? 'nowhere'} (status ${status})`);
  }
  if (new Set(taken.map(({ status }) => status)).size !== 1) throw new Error('refusals differ in their status');
}

function readings(taken: readonly Submitted[]): readonly Reading[] {
  const timesOf = (reason: Reason): readonly number[] => taken.filter((each) => each.reason === reason).map(({ tookMs }) => tookMs);
  const perReason = timesOf('no key').length;
  const enough = perReason >= samples.usual;
  const chance = (2 * aucByChance(perReason, perReason)).toFixed(3);
  const few = enough ? '' : `${perReason} samples for each reason are too few to judge, S14 asks for 1,000; `;
  const note = `${few}chance alone gives 0.5 ± ${chance}; ${people} people side by side on kept connections, wire mode; every submission’s code was read back from the audit log; the world hashes at its cheapest cost, so what a hash of the product’s cost does under load is not in this figure`;
  const told = pairs.map(([one, other], place): Reading => {
    const spread = { ...spreadOf([classifierAuc(timesOf(one), timesOf(other))]), samples: 2 * perReason };
    return { what: `${one} or ${other}?`, unit: 'AUC', spread, ...(enough ? { target } : {}), ...(place === 0 ? { note } : {}) };
  });
  return [...allReasons.map((reason): Reading => ({ what: reason, unit: 'ms', spread: spreadOf(timesOf(reason)) })), ...told];
}
