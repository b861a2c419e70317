/** How many people a second sign in over the wire, by OIDC from the tracker's front page to the tracker, and what a sign-in costs on either side. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { signIn } from '../harness/actors/user-acts.ts';
import { wireAgent } from '../harness/actors/wire/wire-agent.ts';
import { type DriverName, drivers, probeDriver } from '../harness/idp/index.ts';
import { type Bench, type Figure, type Measured, type Reading, roundsOf } from './figure.ts';
import { inLocalWorld, type LocalWorld } from './local-world.ts';
import { ownSeconds, secondsOfChildren } from './processor-time.ts';
import { median, spreadOf } from './statistics.ts';

const atOnce = 8;
const inRound = 80;
/** From this share of one core on, that side is what the other waits for. */
const mostlyBusy = 0.75;

export const signIns: Figure = {
  name: 'sign-ins',
  question: 'sign-ins a second over the wire, on the embedded identity provider and on Keycloak, and what each costs',
  run: async (bench) => [...(await measuredOn(bench, 'embedded')), ...(await measuredOn(bench, 'keycloak-jvm'))],
};

async function measuredOn(bench: Bench, driver: DriverName): Promise<readonly Reading[]> {
  const what = `sign-ins on ${driver}`;
  const chosen = drivers.find(({ name }) => name === driver);
  const usable = chosen && (await probeDriver(chosen));
  if (usable?.yes === false) return [{ what, notMeasured: `${usable.why}; to use it: ${usable.remedy}` }];
  return inLocalWorld({ ...bench, driver }, async (local) => {
    const rounds: Round[] = [];
    const wanted = roundsOf(bench, { usual: 5, quick: 1 });
    for (let round = -1; round < wanted; round += 1) {
      const seen = await oneRound(local);
      bench.progress(`${what}: ${seen.perSecond.toFixed(1)} a second${round < 0 ? ' (warm-up)' : ''}`);
      if (round >= 0) rounds.push(seen);
    }
    return readingsOf(what, rounds);
  });
}

type Round = { readonly perSecond: number; readonly wallSeconds: number; readonly own: number; readonly idp: number | undefined };

/** Everybody comes with an empty jar, and nobody has a session at the identity provider. */
async function oneRound({ booted, world }: LocalWorld): Promise<Round> {
  const route = { exitUrl: world.exits.hq.url, authorityPem: await readFile(booted.authorityPemFile, 'utf8') };
  const { target } = world;
  const user = world.users.find(({ name }) => name === 'uma');
  if (!user) throw new Error('the fixtures have no uma');
  const lane = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += 1) {
      const agent = wireAgent({ route, headers: {}, securityKey: undefined, now: () => target.clock?.now() ?? Date.now() });
      const outcome = await signIn(agent, target, user);
      if (outcome.kind !== 'ok') throw new Error(`a sign-in came to ${JSON.stringify(outcome)}`);
    }
  };
  const before = { at: performance.now(), own: ownSeconds(), idp: secondsOfChildren() };
  await Promise.all(Array.from({ length: atOnce }, () => lane(inRound / atOnce)));
  const wallSeconds = (performance.now() - before.at) / 1_000;
  const idp = secondsOfChildren();
  return {
    perSecond: inRound / wallSeconds,
    wallSeconds,
    own: ownSeconds() - before.own,
    idp: idp === undefined || before.idp === undefined ? undefined : idp - before.idp,
  };
}

function readingsOf(what: string, rounds: readonly Round[]): readonly Reading[] {
  const cost = (side: (round: Round) => number): Measured['spread'] => spreadOf(rounds.map((round) => (1_000 * side(round)) / inRound));
  const told = rounds.flatMap(({ idp, ...round }) => (idp === undefined ? [] : [{ ...round, idp }]));
  const note = `${atOnce} people at once, each with an empty jar; system and people share one thread, the identity provider has processes of its own; ${boundBy(rounds)}`;
  return [
    { what, unit: '1/s', spread: spreadOf(rounds.map(({ perSecond }) => perSecond)), note },
    { what: `${what}: processor time of system and people for each`, unit: 'ms', spread: cost(({ own }) => own) },
    ...(told.length === 0
      ? [{ what: `${what}: processor time of the identity provider for each`, notMeasured: 'only Linux tells what other processes use' }]
      : [
          {
            what: `${what}: processor time of the identity provider for each`,
            unit: 'ms' as const,
            spread: spreadOf(told.map(({ idp }) => (1_000 * idp) / inRound)),
          },
          {
            what: `${what}: a second on one core`,
            unit: '1/s' as const,
            spread: spreadOf(told.map(({ own, idp }) => inRound / (own + idp))),
            note: 'as if all of it ran on one core',
          },
        ]),
  ];
}

/** Names what holds the sign-ins up, by what was seen. */
function boundBy(rounds: readonly Round[]): string {
  const share = (side: (round: Round) => number): number => median(rounds.map((round) => side(round) / round.wallSeconds));
  const own = share((round) => round.own);
  const idp = share((round) => round.idp ?? 0);
  const seen = `the first used ${own.toFixed(2)} cores, the second ${idp.toFixed(2)}`;
  if (own + idp >= mostlyBusy * availableParallelism()) return `bound by the processors: ${seen}`;
  if (own >= mostlyBusy) return `bound by the thread of system and people: ${seen}`;
  return `bound by neither side alone: ${seen}`;
}
