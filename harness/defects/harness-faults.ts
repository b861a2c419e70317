/** Flaws of the harness around a fault: one that never sets in, one that never ends, one that is blind, one that was there before. */
import type { Fault } from '../faults/fault.ts';
import type { AnyScenario } from '../run/plan.ts';
import type { HarnessDefect } from './defect.ts';

const ofFault = (name: string, breaks: string, spoil: (fault: Fault) => Fault): HarnessDefect => ({
  name: `harness:${name}`,
  kind: 'harness',
  breaks,
  of: 'scenario',
  spoil: (scenario: AnyScenario) => {
    if (!scenario.fault) throw new TypeError('this scenario has no fault to spoil');
    return { ...scenario, fault: spoil(scenario.fault) };
  },
});

export const faultDoesNotInstall = ofFault('fault-does-not-install', 'Installing the fault changes nothing.', (fault) => ({
  ...fault,
  install: async () => async () => {},
}));

/** The fault stays; whoever plants this ends the world afterwards. */
export const healDoesNotHeal = ofFault('heal-does-not-heal', 'Healing the fault changes nothing.', (fault) => ({
  ...fault,
  install: async (world) => {
    await fault.install(world);
    return async () => {};
  },
}));

export const probeSaysAlwaysPresent = ofFault('probe-says-always-present', 'The probe says "present" whatever it sees.', (fault) => ({
  ...fault,
  observe: async () => ({ seen: 'present', detail: 'not looked' }),
}));

export const probeIsBlind = ofFault('probe-is-blind', 'The probe cannot tell.', (fault) => ({
  ...fault,
  observe: async () => ({ seen: 'unclear', detail: 'not looked' }),
}));
