/** Maker of the scenarios about requests that depart: a signed-in person's own request byte by byte, and its honest twin, which arrives. */
import type { User } from '../actors/index.ts';
import { composed, type DeviationNames, deviationOf, kindOf, type OrHonest } from '../deviations/index.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario } from './scenario.ts';
import { signedInUser } from './signed-in-user.ts';

/** Over TLS through the exit, to the tracker, with the session of somebody who is signed in. */
export const requestScenario = (name: DeviationNames['request'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ request: OrHonest<'request'> }, User>({
    proves,
    hands: 'wire',
    listedDeviation: deviationOf('request', name),
    honest: { request: 'honest' },
    deviation: { request: name },
    given: signedInUser,
    act: (_world, { request }, user) => user.sendRaw(kindOf(name), composed(request)),
    expect: [refusedWith(code)],
  });
