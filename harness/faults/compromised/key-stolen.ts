/** Somebody has the private key of the identity provider and signs ID tokens with it that say that it was the org admin: the key stays wrong, whatever the identity provider signs with from then on (C-04). RFC 7515 §5.1. */
import { sign } from 'node:crypto';
import type { IdpAnswer } from '../../fault-proxy/rewriting/idp-answer.ts';
import type { Realm } from '../../idp/driver.ts';
import type { Fault } from '../fault.ts';
import { claimsOf, seenBySignIn } from '../observing.ts';
import { subjectOfTheAdmin } from './vouches-for-an-admin.ts';

type Stolen = { readonly keyId: string; readonly privateKeyPem: string; readonly subject: string };
const stolenFrom = new WeakMap<Realm, Stolen>();

const title = 'Somebody has the signing key of the identity provider, and makes everybody the org admin with it.';

export const keyStolen: Fault = {
  name: 'idp.key-stolen',
  title,
  family: 'compromised',
  means: 'rewriting',
  meets: 'goes-on',
  needs: [],
  shared: false,
  async install(world) {
    const { realm, faultProxy } = world;
    const { keyId, privateKeyPem } = await realm.signingKey();
    const stolen = { keyId, privateKeyPem, subject: await subjectOfTheAdmin(world) };
    stolenFrom.set(realm, stolen);
    return faultProxy.rewrite({ kind: 'token', change: title, rewrite: (answer) => forged(answer, stolen) });
  },
  observe: seenBySignIn((end, { realm }) => {
    const stolen = stolenFrom.get(realm);
    return stolen !== undefined && end.ended === 'tokens' && end.header.kid === stolen.keyId && claimsOf(end)?.sub === stolen.subject;
  }),
};

type Json = Readonly<Record<string, unknown>>;
const read = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Json;
const written = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** All as it was but the subject, and whose key it is; an answer without an ID token passes as it came. */
function forged(answer: IdpAnswer, { keyId, privateKeyPem, subject }: Stolen): IdpAnswer | undefined {
  if (answer.status !== 200) return undefined;
  const said = JSON.parse(answer.body) as Json;
  if (typeof said.id_token !== 'string') return undefined;
  const [header = '', claims = ''] = said.id_token.split('.');
  const text = `${written({ ...read(header), kid: keyId })}.${written({ ...read(claims), sub: subject })}`;
  const signature = sign('sha256', Buffer.from(text), privateKeyPem).toString('base64url');
  return { ...answer, body: JSON.stringify({ ...said, id_token: `${text}.${signature}` }) };
}
