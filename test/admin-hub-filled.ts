/** AdminHub with something on every page, for whoever looks at all of them. */
import { before, type Hub, openHub, passTest, press, save } from './admin-hub-stage.ts';

export const hubPages = ['/', '/idp-settings', '/diagnosis', '/keys', '/trust', '/sessions', '/people', '/automation', '/audit'] as const;

export async function filledHub(): Promise<Hub> {
  const hub = await openHub();
  const identity = (idpSubject: string) => ({ issuer: before.issuer, idpSubject });
  hub.directory.grant(identity('ada'), 'org-admin');
  const uma = hub.directory.subjectOf(identity('uma'));
  hub.sessions.startSignOn(uma);
  hub.directory.domains.claim('acme.test');
  hub.certify([
    { fingerprint: 'ab'.repeat(32), notBeforeMs: 0, notAfterMs: hub.clock.now() + 5 * 86_400_000, from: 'settings', use: 'accepted' },
    { fingerprint: 'cd'.repeat(32), notBeforeMs: 0, notAfterMs: hub.clock.now(), from: 'metadata', use: 'struck-out' },
  ]);
  await save(hub, { clientSecret: 'second-secret' });
  await press(hub, '/idp-settings/activate', { acknowledged: 'untested' });
  await save(hub, { clientId: 'isolated-cloud-renamed' });
  await passTest(hub);
  for (const [code, facts] of [
    ['sso.id-token.audience-other', { aud: 'somebody-else' }],
    ['sso.idp.no-answer', { discovered: 'no-answer' }],
    ['sso.id-token.signature-wrong', { kid: 'k-1' }],
  ] as const)
    hub.records.push({
      reference: 'k7m2p-22222-33333-44444',
      event: 'sso.sign-in.completed',
      code,
      actor: 'anonymous',
      peer: '127.16.0.9',
      facts,
    });
  return hub;
}
