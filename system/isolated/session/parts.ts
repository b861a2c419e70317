/** What all that is done with sessions shares: what is stored, the limits in force, the policy; built once. */
import { type FormTokens, formTokens } from '../../kernel/form-token.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { handleOf } from '../../kernel/secret-handle.ts';
import { type SessionsConfig, type SessionsConfigInput, sessionsConfigSchema } from './config.ts';
import type { SessionPolicy } from './policy.ts';
import { type HandOvers, handOversIn } from './stored/hand-overs.ts';
import { type HostSessions, hostSessionsIn } from './stored/host-sessions.ts';
import { limitsIn, type StoredLimits } from './stored/limits.ts';
import { type SignOns, signOnsIn } from './stored/sign-ons.ts';
import { type Trust, trustIn } from './stored/trust.ts';

export type SessionPorts = { readonly store: Store; readonly clock: Clock; readonly random: Random };
export type Parts = {
  readonly config: SessionsConfig;
  readonly policy: SessionPolicy;
  readonly clock: Clock;
  readonly signOns: SignOns;
  readonly handOvers: HandOvers;
  readonly hosts: HostSessions;
  readonly trust: Trust;
  readonly limits: StoredLimits;
  readonly formTokens: FormTokens;
};

/** Throws a ZodError with every problem of the configuration. */
export function sessionParts(ports: SessionPorts, input: SessionsConfigInput, policy: SessionPolicy): Parts {
  const config = sessionsConfigSchema.parse(input);
  const { store, clock, random } = ports;
  const lifetimeSeconds = config.bounds.absoluteSeconds.most;
  return {
    config,
    policy,
    clock,
    signOns: signOnsIn(store, { clock, random, lifetimeSeconds }),
    handOvers: handOversIn(store, { clock, random, returnTo: policy.returnTo }),
    hosts: hostSessionsIn(store, { clock, random, lifetimeSeconds }),
    trust: trustIn(store),
    limits: limitsIn(store, config),
    formTokens: formTokens(random),
  };
}

/** 32 bytes, base64url: nothing else was ever given to a browser. */
const hasIdForm = (id: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(id);
/** The handle of an id; undefined for what cannot be one, which is then not looked up. */
export const handleOfId = (id: string | undefined): string | undefined => (id !== undefined && hasIdForm(id) ? handleOf(id) : undefined);
