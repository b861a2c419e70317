/** What scenarios about e-mail domains share: the claim on AdminHub, and the proof in the public name system (M-11). */
import type { User } from '../actors/actors.ts';
import type { Outcome } from '../verdict/results.ts';
import { orgAdmin } from './directory-kit.ts';
import type { World } from './scenario.ts';

/** The domain of somebody's address that nobody has verified. */
const otherDomain = 'elsewhere.test';

export type Claimed = {
  readonly admin: User;
  readonly domain: string;
  /** What the name system has to say of it. */
  readonly proof: string;
  /** Has the cloud look for it. */
  verify(): Promise<Outcome>;
};
type DomainsRead = { readonly domains: readonly { readonly domain: string; readonly proof: string }[] };

/** An org admin who has claimed it; nothing is published yet. Throws when that did not work. */
export async function claimedDomain(world: World): Promise<Claimed> {
  const admin = await orgAdmin(world);
  const { outcome } = await admin.administer('domains/claim', { domain: otherDomain });
  const { domains } = (await admin.readHub('/domains')).body as DomainsRead;
  const claimed = domains.find(({ domain }) => domain === otherDomain);
  if (outcome.kind !== 'ok' || !claimed) throw new Error(`the domain was not claimed: ${JSON.stringify(outcome)}`);
  const verify = async (): Promise<Outcome> => (await admin.administer('domains/verify', { domain: otherDomain })).outcome;
  return { admin, ...claimed, verify };
}

/** Has the cloud look for the proof of the domain that it was set up with, for which nothing is published. */
export async function lookedForProof(admin: User): Promise<Outcome> {
  return (await admin.administer('domains/verify', { domain: provisionedDomain })).outcome;
}
/** The domain of the people of the fixtures, verified at provisioning. */
const provisionedDomain = 'acme.test';

/** Publishes the texts where somebody else keeps them, and leads the name of the proof there. Throws like `publishProof`. */
export function publishProofBehindAnAlias({ target }: World, domain: string, texts: readonly string[]): void {
  if (!target.names) throw new TypeError('this target asks no name server that the harness could fill');
  const place = `proofs.${hostOfProofs}`;
  target.names.publish(place, texts);
  target.names.alias(`_tempered.${domain}`, place);
}
const hostOfProofs = 'hoster.test';

/** Publishes texts for the proof of a domain. Throws a TypeError where the target asks no name server of the harness's. */
export function publishProof({ target }: World, domain: string, texts: readonly string[]): void {
  if (!target.names) throw new TypeError('this target asks no name server that the harness could fill');
  target.names.publish(`_tempered.${domain}`, texts);
}
