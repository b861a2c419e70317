/** Deviations of user contexts, made with the keys of the target itself: the honest one and its departure, from the same hands. */

import {
  type ContextTokenDeviation,
  type ContextTokenKit,
  honestContext,
  signedContext,
} from '../../fakes/deviations/context-tokens/token.ts';
import { contextTokenDeviations } from '../../fakes/deviations/context-tokens.ts';
import { honestIdToken, type IdTokenKit, idTokenIn } from '../../fakes/deviations/id-tokens/token.ts';
import type { Inside, Target } from '../target/target.ts';
import { stranger } from './kit.ts';
import type { OrHonest } from './rewriters.ts';

export type ContextTokens = {
  /** The header lines to send. */
  readonly lines: readonly string[];
  /** They are sent once before, honestly. */
  readonly usedBefore: boolean;
};

export type AskedContext = {
  readonly target: Target;
  readonly idToken: () => Promise<string>;
  /** The tracker when absent. */
  readonly product?: 'tracker' | 'admin-hub';
  readonly subject?: string;
};
/** Now. Throws a TypeError when nobody can stand inside the target. */
export async function contextTokens(
  name: OrHonest<'contextToken'>,
  { target, idToken, product = 'tracker', subject }: AskedContext,
): Promise<ContextTokens> {
  if (!target.inside) throw new TypeError('nobody can stand inside this target');
  const deviation: ContextTokenDeviation | undefined = name === 'honest' ? undefined : contextTokenDeviations[name];
  const kit = await kitOf(target.inside, deviation?.ofIdToken ? await idToken() : '');
  const issuedAt = Math.floor((target.clock?.now() ?? Date.now()) / 1000);
  const honest = honestContext({
    issuer: target.inside.issuers['user-context'],
    product,
    subject,
    keyId: kit.signer.keyId,
    tokenId: crypto.randomUUID(),
    issuedAt,
  });
  return { lines: deviation?.make(honest, kit) ?? [signedContext(honest, kit.signer)], usedBefore: deviation?.usedBefore === true };
}

async function kitOf({ signingKey, issuers }: Inside, idToken: string): Promise<ContextTokenKit> {
  const [signer, breakGlassSigner, nobody] = await Promise.all([signingKey('user-context'), signingKey('break-glass-context'), stranger()]);
  return { signer, breakGlass: { issuer: issuers['break-glass-context'], signer: breakGlassSigner }, stranger: nobody, idToken };
}

/** The same ID token, spelled as tightly as ours are and signed again by the realm's own key: identity providers differ in the blanks of their JSON. */
export const respelled = (idToken: string, kit: Pick<IdTokenKit, 'signer'>): string => honestIdToken(idTokenIn(idToken), kit);
