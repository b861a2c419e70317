/** Makers of the scenarios about faults of a SAML identity provider: as for any fault, after the cloud was set to sign people in by SAML. */
import type { SystemRefusal } from '../../system/index.ts';
import type { Fault } from '../faults/fault.ts';
import { type FaultClaim, faultIsRefused, faultIsRiddenOut, faultStopsAtIdp } from './fault-scenarios.ts';
import { bySaml, type SamlDemands } from './saml-sign-in.ts';
import type { Scenario, World } from './scenario.ts';

type Claim = Pick<FaultClaim, 'proves'> & { readonly demands?: SamlDemands };

const set = ({ demands }: Claim) => ({ given: (world: World): Promise<void> => bySaml(world, demands) });
const needingSaml = <Made extends Scenario>(made: Made): Made => ({ ...made, needs: [...(made.needs ?? []), 'saml'] });

/** Our own side refuses, with exactly this code. */
export const samlFaultIsRefused = (fault: Fault, claim: Claim & { readonly refusedWith: SystemRefusal }) =>
  needingSaml(faultIsRefused(fault, { proves: claim.proves, refusedWith: claim.refusedWith, ...set(claim) }));

/** The person arrives all the same. */
export const samlFaultIsRiddenOut = (fault: Fault, claim: Claim) =>
  needingSaml(faultIsRiddenOut(fault, { proves: claim.proves, ...set(claim) }));

/** The identity provider stops the person on a page of its own. */
export const samlFaultStopsAtIdp = (fault: Fault, claim: Claim) =>
  needingSaml(faultStopsAtIdp(fault, { proves: claim.proves, stopsWith: 'an error', ...set(claim) }));
