/** Makers of the faults of a SAML identity provider: made in its realm, for real, on whatever product runs; or in its metadata, on their way. */

import type { IdpAnswer } from '../../fault-proxy/rewriting/idp-answer.ts';
import type { Realm } from '../../idp/driver.ts';
import { answerFault } from '../answer-fault.ts';
import type { Disturbable, Fault } from '../fault.ts';
import { realmFault } from '../realm-fault.ts';
import { type ResponseSeen, seenBySamlSignIn, seenInMetadata } from './observing.ts';

type Described = Pick<Fault, 'name' | 'title' | 'meets'> & Partial<Pick<Fault, 'setting'>>;
type Seen = (seen: ResponseSeen, realm: Realm) => boolean;

/** Heals by taking the realm back to what was seeded. */
export const samlFault = ({
  seen,
  change,
  ...described
}: Described & { readonly seen: Seen; change(realm: Realm): Promise<unknown> }): Fault =>
  realmFault({
    ...described,
    family: 'saml',
    change,
    observe: seenBySamlSignIn((end, { realm }: Disturbable) => 'signatures' in end && seen(end, realm)),
  });

/** The identity provider itself stops everybody who comes from us. */
export const samlStop = ({ change, ...described }: Omit<Described, 'meets'> & { change(realm: Realm): Promise<unknown> }): Fault =>
  realmFault({
    ...described,
    meets: 'stops-at-the-idp',
    family: 'saml',
    change,
    observe: seenBySamlSignIn((end) => 'stoppedWith' in end && end.stoppedWith >= 400),
  });

type MetadataFault = Described & {
  rewrite(answer: IdpAnswer): IdpAnswer | undefined;
  seen(metadata: { readonly status: number; readonly text: string }): boolean;
};
export const metadataFault = ({ seen, rewrite, ...described }: MetadataFault): Fault =>
  answerFault({ ...described, family: 'saml', kind: 'saml-metadata', rewrite, observe: seenInMetadata(seen) });
