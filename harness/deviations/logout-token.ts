/** Logout tokens as the realm would sign them now, or departing from that in the named thing. */
import { randomUUID } from 'node:crypto';
import { honestIdToken } from '../../fakes/deviations/id-tokens/token.ts';
import { honestLogoutToken } from '../../fakes/deviations/logout-tokens/honest.ts';
import { type LogoutTokenDeviation, logoutTokenDeviations } from '../../fakes/deviations/logout-tokens.ts';
import type { Realm } from '../idp/driver.ts';
import { idTokenKit } from './kit.ts';
import type { OrHonest } from './rewriters.ts';

/** In compact form, about the realm's first user, with an id of its own. `nowMs` is the time by which the target judges. */
export async function logoutTokenOf(realm: Realm, name: OrHonest<'logoutToken'>, nowMs = Date.now()): Promise<string> {
  const kit = await idTokenKit(realm);
  const [someone] = realm.users;
  const honest = honestLogoutToken({
    keyId: kit.signer.keyId,
    issuer: realm.issuer.href,
    clientId: realm.relyingParty.clientId,
    subject: someone?.subject ?? 'somebody',
    id: randomUUID(),
    issuedAt: Math.floor(nowMs / 1000),
  });
  const deviation: LogoutTokenDeviation | undefined = name === 'honest' ? undefined : logoutTokenDeviations[name];
  return (deviation?.make ?? honestIdToken)(honest, kit);
}
