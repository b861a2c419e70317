/** One isolated cloud: ingress, authentication service, break-glass, AdminHub and products, each behind a listener of its own, joined here and nowhere else. */
import { policyDigest } from '../kernel/policy-digest.ts';
import { newReference } from '../kernel/reference.ts';
import type { SessionLimits } from '../kernel/sessions.ts';
import { type IsolatedConfigInput, isolatedConfigSchema } from './config.ts';
import { digestOf, type LiveRoutes } from './ingress/index.ts';
import { type Door, type Place, type ServicePlaces, type Started, startListeners } from './listeners.ts';
import { buildParts, type IsolatedPorts } from './parts.ts';
import { type IsolatedPolicy, releasedIsolatedPolicy } from './policy.ts';
import type { RoutedService } from './routes.ts';

export { type ChainVerdict, verifyChain } from './audit/verify-chain.ts';
export { type ProfileDeparture, passwordRefusal as breakGlassPasswordRefusal, profileDepartures } from './break-glass/index.ts';
export type { IsolatedConfigInput } from './config.ts';
export type { Route, RouteProblem } from './ingress/index.ts';
export type { IsolatedPorts } from './parts.ts';
export { type IsolatedPolicy, releasedIsolatedPolicy } from './policy.ts';
export { type Provisioning, provisionCloud } from './provisioning.ts';
export type { IsolatedRefusal } from './refusals.ts';

export type RunningCloud = {
  /** For the edge only. */
  readonly ingress: Place;
  /** For the Support Desk only. */
  readonly desk: Place;
  /** For the ingress only. */
  readonly services: ServicePlaces;
  /** Every listener inside. */
  readonly doors: readonly Door[];
  /** In force now; `replace` puts another table into force, or refuses it whole and changes nothing (C-07). */
  readonly routes: LiveRoutes<RoutedService>;
  stop(): Promise<void>;
};

/** Boots without asking the identity provider anything. Throws when the configuration cannot be used, with all its problems. */
export async function startIsolatedCloud(
  input: IsolatedConfigInput,
  ports: IsolatedPorts,
  policy: IsolatedPolicy = releasedIsolatedPolicy,
): Promise<RunningCloud> {
  const config = isolatedConfigSchema.parse(input);
  const parts = await buildParts(config, ports, policy);
  const started: Started = { listeners: [], hops: [], services: {}, doors: [] };
  const stop = async (): Promise<void> => {
    await Promise.all(started.listeners.map((listener) => listener.close()));
    for (const open of started.hops) open.close();
  };
  try {
    const { ingress, desk, routes } = await startListeners({ config, ports, policy, parts, started });
    await recordStart(ports, policy, { limits: parts.sessions.limits(), routes });
    parts.directory.started();
    return { ingress, desk, routes, services: started.services, doors: started.doors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first record of every start names the tables by which it will judge (S6), the client by which it will ask the outside, the limits of sessions that are in force, and the route table that it begins with. */
const recordStart = (
  { audit, random, outbound }: IsolatedPorts,
  policy: IsolatedPolicy,
  { limits, routes }: { readonly limits: SessionLimits; readonly routes: LiveRoutes<RoutedService> },
): Promise<void> =>
  audit.append({
    reference: newReference(random),
    event: 'cloud.started',
    code: 'allowed',
    actor: 'system',
    peer: '',
    facts: { policy: policyDigest(policy), outbound: policyDigest(outbound), routes: digestOf(routes.current()), ...limits },
  });
