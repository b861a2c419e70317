/** One result of each whole-run check, where several processes ran a share each and judged it by themselves. */
import type { CheckerResult } from '../verdict/results.ts';
import type { Share } from './share.ts';
import { namesOfWorlds } from './world-numbers.ts';

type Judged = Pick<Share, 'judged' | 'results' | 'worlds'>;

/**
 * The worst verdict counts, wherever it was given, and a share that ran something and did not judge it is as bad as one that could not tell. A
 * pass is evidence when it was in some share. In the order of the checks.
 */
export function checksTogether(shares: readonly Judged[]): CheckerResult[] {
  const anyRan = shares.some(ranAnything);
  const heard = shares.map((share) => (anyRan && !ranAnything(share) ? share.judged.filter(failed) : share.judged));
  const places = namesOfWorlds(shares);
  const names = new Set(heard.flat().map(({ name }) => name));
  return [...names].map((name) =>
    together(
      shares.map((share, at) => ({
        place: places[at] ?? '',
        results: (heard[at] ?? []).filter((result) => result.name === name),
        silent: ranAnything(share) && !share.judged.some((result) => result.name === name),
      })),
    ),
  );
}

/** A share that was handed nothing, because the others were quicker, or nothing that could be run here, had nothing to look through: only what was found in it all the same is heard. */
const ranAnything = ({ results }: Judged): boolean => results.some(({ verdict }) => verdict.kind !== 'skipped');
const failed = ({ verdict }: CheckerResult): boolean => verdict === 'fail';

const worstFirst = ['fail', 'inconclusive', 'pass'] as const;

/** What a share says of one check. `silent`: it should have, and says nothing. `place`: which worlds it had, in words. */
type Said = { readonly place: string; readonly results: readonly CheckerResult[]; readonly silent: boolean };

function together(byShare: readonly Said[]): CheckerResult {
  const all = byShare.flatMap(({ results }) => results);
  const silent = byShare.filter((said) => said.silent).map(({ place }) => `it was not judged in ${place}`);
  const [first] = all;
  if (!first) throw new RangeError('a check without a result');
  const { note: _, ...described } = first;
  const evidence = all.some((result) => result.evidence);
  // What a verdict is worth is said where it is worth most; what kept a share from a pass is said in any case.
  const said = all.filter((result) => result.evidence === evidence || result.verdict !== 'pass');
  const notes = [...silent, ...said.flatMap(({ note }) => note ?? [])];
  const verdicts = [...all.map(({ verdict }) => verdict), ...silent.map(() => 'inconclusive' as const)];
  return {
    ...described,
    evidence,
    verdict: worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive',
    canary: all.every(({ canary }) => canary === 'found') ? 'found' : 'not-found',
    examined: all.reduce((sum, { examined }) => sum + examined, 0),
    findings: byShare.flatMap(({ place, results }) => results.flatMap(({ findings }) => findings.map(namedIn(place, byShare.length)))),
    ...(notes.length === 0 ? {} : { note: [...new Set(notes)].join('; ') }),
  };
}

const namedIn =
  (place: string, shares: number) =>
  (found: string): string =>
    shares > 1 ? `in ${place}: ${found}` : found;
