/** Maker of the scenarios about SAML responses that depart: one sign-in, and its honest twin, which was taken apart, put together and signed in the same way. */
import type { User } from '../actors/actors.ts';
import {
  type DeviationNames,
  deviationOf,
  keepingSamlAnswer,
  type NeededAnswer,
  type OrHonest,
  type SamlAnswer,
  type SamlKit,
  samlKit,
  samlNeededBy,
  samlResponseRewriter,
  underRewriting,
  watchingSamlAnswer,
} from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { bySaml, type SamlDemands } from './saml-sign-in.ts';
import { scenario, type World } from './scenario.ts';

type Claim = DeviationClaim & { /** What the organisation demands, of the honest twin as well. */ readonly demands?: SamlDemands };

/** Whatever a deviation needs of other attempts is there for its honest twin, too. */
export const samlResponseScenario = (name: DeviationNames['samlResponse'], { proves, refusedWith: code, demands }: Claim) =>
  scenario<{ samlResponse: OrHonest<'samlResponse'> }, SamlKit>({
    proves,
    needs: ['saml'],
    // A browser only carries the form: the honest sign-ins and every fault of the family have one.
    hands: 'wire',
    listedDeviation: deviationOf('samlResponse', name),
    honest: { samlResponse: 'honest' },
    deviation: { samlResponse: name },
    given: async (world) => {
      await bySaml(world, demands);
      return kitFor(world, samlNeededBy(name));
    },
    act: (world, { samlResponse }, kit) =>
      underRewriting(world, samlResponseRewriter(samlResponse, kit), () => world.actors.user().signIn()),
    expect: [refusedWith(code)],
  });

async function kitFor(world: World, needed: NeededAnswer | undefined): Promise<SamlKit> {
  const nowMs = world.target.clock?.now() ?? Date.now();
  const kit = await samlKit(world.realm, { nowMs, answers: {} });
  if (needed === undefined) return kit;
  const answer =
    needed === 'ofSomebodyElse'
      ? await keptAnswer(world, attacker(world))
      : await usedAnswer(world, needed === 'usedOnce' ? kit : undefined);
  return samlKit(world.realm, { nowMs, answers: { [needed]: answer } });
}

const attacker = ({ actors }: World): User => actors.user({ as: 'nils', from: 'attacker' });

/** A good answer that never reached us: the person whom it is about kept it. */
async function keptAnswer(world: World, person: User): Promise<SamlAnswer> {
  const kept: SamlAnswer[] = [];
  await underRewriting(
    world,
    keepingSamlAnswer((answer) => void kept.push(answer)),
    () => person.signIn(),
  );
  return onlyOne(kept);
}

/** The answer of a whole honest sign-in. Throws when that did not work. */
async function usedAnswer(world: World, forOneUse: SamlKit | undefined): Promise<SamlAnswer> {
  const seen: SamlAnswer[] = [];
  const watching = watchingSamlAnswer((answer) => void seen.push(answer), forOneUse);
  const outcome = await underRewriting(world, watching, () => world.actors.user().signIn());
  if (outcome.kind !== 'ok') throw new Error(`the sign-in whose answer is used again ended as ${outcome.kind}`);
  return onlyOne(seen);
}

function onlyOne([answer]: readonly SamlAnswer[]): SamlAnswer {
  if (answer === undefined) throw new Error('no SAML response came by');
  return answer;
}

/** The first of the realm's people waits so many seconds of the target's clock before the answer is brought, and then opens the tracker. A refusal of the answer, or that it did not arrive, is the outcome. */
export async function bringingAnswerLater(world: World, seconds: number): Promise<Outcome> {
  await bySaml(world);
  const person = world.actors.user();
  const { xml, relayState = '' } = await keptAnswer(world, person);
  await world.target.clock?.step({ seconds });
  const form = { SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: relayState };
  const brought = await person.postFrom(world.realm.issuer, { host: 'login', path: '/saml/acs', form });
  return brought.kind === 'refused' || brought.kind === 'fault' ? brought : person.open('tracker', '/');
}
