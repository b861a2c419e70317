/** Makers of the scenarios about security keys that depart: one that is registered for a break-glass account, and what one signs at its sign-in. */
import { type DeviationNames, deviationOf, type OrHonest } from '../deviations/index.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario } from './scenario.ts';

/** Its honest twin, hardware from the listed maker, is registered through a link of the same kind. */
export const attestationScenario = (name: DeviationNames['attestation'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ attestation: OrHonest<'attestation'> }>({
    proves,
    needs: ['mailbox'],
    listedDeviation: deviationOf('attestation', name),
    honest: { attestation: 'honest' },
    deviation: { attestation: name },
    act: async ({ target, actors }, { attestation }) => {
      await target.issueRegistrationLink?.('harbour-one');
      return actors.breakGlass().register({ attestation });
    },
    expect: [refusedWith(code)],
  });

/** Right account, right password, right key. */
export const assertionScenario = (name: DeviationNames['assertion'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ assertion: OrHonest<'assertion'> }>({
    proves,
    listedDeviation: deviationOf('assertion', name),
    honest: { assertion: 'honest' },
    deviation: { assertion: name },
    act: ({ actors }, { assertion }) => actors.breakGlass({ assertion }).signIn(),
    expect: [refusedWith(code)],
  });
