/** Flaws of a scenario itself: a calibration that cannot hold, a claim of nothing, an observer that never hears anything. */
import type { AnyScenario } from '../run/plan.ts';
import { silenceTowardIdp } from '../scenario/index.ts';
import type { HarnessDefect } from './defect.ts';

const ofScenario = (name: string, breaks: string, spoil: (scenario: AnyScenario) => AnyScenario): HarnessDefect => ({
  name: `harness:${name}`,
  kind: 'harness',
  breaks,
  of: 'scenario',
  spoil,
});

/** The deviation is there in the calibration already, so a refusal proves nothing about it. */
export const honestActIsNotHonest = ofScenario(
  'honest-act-is-not-honest',
  'The honest act departs in the same thing as the deviation.',
  (scenario) => ({ ...scenario, honest: { ...scenario.honest, ...scenario.deviation } }),
);

/** The type forbids it; a file that was written around the type must not pass. */
export const claimsNothing = ofScenario('claims-nothing', 'The scenario expects nothing.', (scenario) => ({
  ...scenario,
  expect: [] as unknown as AnyScenario['expect'],
}));

/** Without an act at which the same observers do hear, silence is no evidence. */
export const observersHearNothing = ofScenario(
  'observers-hear-nothing',
  'The act that proves that the observers listen makes no noise.',
  (scenario) => ({
    ...scenario,
    expect: [silenceTowardIdp(async () => ({ kind: 'ok', landedOn: 'nowhere', reference: '' }))],
  }),
);
