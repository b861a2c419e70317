/** How many people are active before and after what is done to the directory: noted as moments, and judged by them. */
import type { User } from '../actors/actors.ts';
import type { Expectation, World } from './scenario.ts';

const moment = 'active-people';

/** Notes how many are active now, as an org admin sees it. */
export async function counted(world: World, admin: User): Promise<void> {
  const { active } = (await admin.readHub('/people')).body as { readonly active: number };
  world.mark(moment, String(active));
}

const ofCounts = (claim: string, met: (before: number, after: number) => boolean): Expectation => ({
  claim,
  judge: async ({ marks }) => {
    const [before, ...later] = marks.filter(({ name }) => name === moment).map(({ note }) => Number(note));
    const after = later.at(-1);
    if (before === undefined || after === undefined) return { judged: 'unclear', observed: 'nobody counted' };
    return { judged: met(before, after) ? 'met' : 'not-met', observed: `${before} active people before, ${after} after` };
  },
});

const guardLetsGo = 3;
/** The guard lets through what is no mass, before it stops the rest. */
export const fewAreGone = ofCounts(
  `at most ${guardLetsGo} people are gone, and nobody is new`,
  (before, after) => after <= before && before - after <= guardLetsGo,
);
/** Counted three times: fewer in the middle than before, for otherwise nobody could come back. */
export const someWereGone: Expectation = {
  claim: 'some people were gone in between',
  judge: async ({ marks }) => {
    const [before, between, after] = marks.filter(({ name }) => name === moment).map(({ note }) => Number(note));
    if (before === undefined || between === undefined || after === undefined)
      return { judged: 'unclear', observed: 'nobody counted in between' };
    return { judged: between < before ? 'met' : 'not-met', observed: `${before} active people before, ${between} in between` };
  },
};
export const everybodyIsBack = ofCounts('as many people are active as before', (before, after) => before === after);
export const oneIsNew = ofCounts('one person more is active than before', (before, after) => after === before + 1);
/** Counted three times: by so many more, or fewer, than at first. */
export const activePeopleBecome = (second: number, third: number): Expectation => ({
  claim: `of the active people there are ${inWords(second)} then, and ${inWords(third)} at the end`,
  judge: async ({ marks }) => {
    const [first, ...later] = marks.filter(({ name }) => name === moment).map(({ note }) => Number(note));
    if (first === undefined || later.length !== 2) return { judged: 'unclear', observed: 'nobody counted three times' };
    const [then = 0, end = 0] = later.map((count) => count - first);
    return {
      judged: then === second && end === third ? 'met' : 'not-met',
      observed: `${inWords(then)} then, and ${inWords(end)} at the end`,
    };
  },
});
const inWords = (difference: number): string =>
  difference === 0 ? 'as many' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'}`;
