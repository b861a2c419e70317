/** Logout tokens as the realm would sign them now, or departing from that in the named thing. */
import { randomUUID } from 'node:crypto';
import { honestIdToken, idTokenIn, textOf } from '../../fakes/deviations/id-tokens/token.ts';
import { honestLogoutToken } from '../../fakes/deviations/logout-tokens/honest.ts';
import { type LogoutTokenDeviation, logoutTokenDeviations } from '../../fakes/deviations/logout-tokens.ts';
import type { Realm } from '../idp/driver.ts';
import { idTokenKit } from './kit.ts';
import type { OrHonest } from './rewriters.ts';

/** `nowMs` is the time by which the target judges. */
export type LogoutTokenOptions = { readonly nowMs?: number | undefined; readonly about?: Session };
/** A session of the identity provider, by its name for the person or by its own id. */
export type Session = { readonly subject: string } | { readonly sid: string };

/** In compact form, about all sessions of the realm's first user unless told otherwise, with an id of its own. */
export async function logoutTokenOf(
  realm: Realm,
  name: OrHonest<'logoutToken'>,
  { nowMs = Date.now(), about = { subject: realm.users[0]?.subject ?? 'somebody' } }: LogoutTokenOptions = {},
): Promise<string> {
  const kit = await idTokenKit(realm);
  const honest = honestLogoutToken({
    keyId: kit.signer.keyId,
    issuer: realm.issuer.href,
    clientId: realm.relyingParty.clientId,
    ...about,
    id: randomUUID(),
    issuedAt: Math.floor(nowMs / 1000),
  });
  const deviation: LogoutTokenDeviation | undefined = name === 'honest' ? undefined : logoutTokenDeviations[name];
  return (deviation?.make ?? honestIdToken)(honest, kit);
}

/** How the identity provider calls the session and the person that an ID token is about. Throws a TypeError when it names no session. */
export function idpSessionIn(compactIdToken: string): { readonly sid: string; readonly subject: string } {
  const { claims } = idTokenIn(compactIdToken);
  return { sid: textOf(claims, 'sid'), subject: textOf(claims, 'sub') };
}
