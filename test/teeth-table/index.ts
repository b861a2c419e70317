/** For every scenario the planted defects that must turn it red, each with the evidence that shows that it is red for that reason: one file for each folder of scenarios. */
import { adminHubTeeth } from './admin-hub.ts';
import { breakGlassTeeth } from './break-glass.ts';
import { compromisedTeeth } from './compromised.ts';
import { directoryTeeth } from './directory.ts';
import { drillsTeeth } from './drills.ts';
import { ingressTeeth } from './ingress.ts';
import { ingressRequestTeeth } from './ingress-requests.ts';
import { launchpadTeeth } from './launchpad.ts';
import { misconfigurationTeeth } from './misconfiguration.ts';
import { oidcTeeth } from './oidc.ts';
import { outageTeeth } from './outage.ts';
import { outageJourneyTeeth } from './outage-journeys.ts';
import { productsTeeth } from './products.ts';
import { samlTeeth } from './saml.ts';
import { sessionsTeeth } from './sessions.ts';
import { signInTeeth } from './sign-in.ts';
import { tokensTeeth } from './tokens.ts';
import type { Tooth } from './tooth.ts';

export type { Planted, Tooth } from './tooth.ts';
export const teeth: Readonly<Record<string, readonly Tooth[]>> = {
  ...adminHubTeeth,
  ...breakGlassTeeth,
  ...compromisedTeeth,
  ...directoryTeeth,
  ...drillsTeeth,
  ...launchpadTeeth,
  ...misconfigurationTeeth,
  ...oidcTeeth,
  ...ingressTeeth,
  ...ingressRequestTeeth,
  ...outageTeeth,
  ...outageJourneyTeeth,
  ...samlTeeth,
  ...productsTeeth,
  ...sessionsTeeth,
  ...signInTeeth,
  ...tokensTeeth,
};
