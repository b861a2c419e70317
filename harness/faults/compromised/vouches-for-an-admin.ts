/** Whoever signs in, the ID token says that it was the org admin, and is validly signed: nothing in it is wrong but the person (C-04). */

import { signInSeen } from '../../idp-probe/oidc-sign-in.ts';
import type { Disturbable } from '../fault.ts';
import { claimsOf } from '../observing.ts';
import { realmFault } from '../realm-fault.ts';

/** As the identity provider itself says it in good weather. */
export async function subjectOfTheAdmin(world: Disturbable): Promise<string> {
  const subject = claimsOf(await signInSeen(world, { person: 'ada' }))?.sub;
  if (typeof subject !== 'string') throw new TypeError('the org admin could not sign in at the identity provider');
  return subject;
}

export const vouchesForAnAdmin = realmFault({
  name: 'idp.vouches-for-an-admin',
  title: 'Whoever signs in, the identity provider says that it was the org admin, validly signed.',
  family: 'compromised',
  meets: 'goes-on',
  async change(realm, world) {
    const subject = await subjectOfTheAdmin(world);
    await realm.setClaim('sub', subject);
    return subject;
  },
  seen: (end, subject) => subject !== undefined && claimsOf(end)?.sub === subject,
});
