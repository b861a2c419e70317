/** Both kinds of security key make registrations and assertions that a well-kept verifier accepts, survive a move to another actor, and can be given any attestation. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  SettingsService,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AttestationMode } from '../harness/actors/agent.ts';
import type { Cast } from '../harness/actors/index.ts';
import { breakGlassAccounts } from '../harness/fixtures/fixtures.ts';
import { openStage, type Said, type Stage } from './actors-stage.ts';

const rpID = 'admin.acme.isolated.test';
const origin = `https://${rpID}`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** The pages as the contract says, and what they were sent. */
let sent: Record<string, string>;
let challenges: { readonly registration: string; readonly assertion: string };
beforeEach(async () => {
  sent = {};
  stage.keys.restore(new Map());
  stage.heard.length = 0;
  stage.history.phase = 'act';
  stage.messages.length = 0;
  stage.messages.push({
    to: breakGlassAccounts['harbour-one'].email,
    subject: '',
    text: '',
    links: [new URL(`${origin}/break-glass/registration#tok-en`)],
    receivedAtMs: 1,
  });
  const creation = await generateRegistrationOptions({
    rpName: 'stage',
    rpID,
    userName: 'harbour-one',
    attestationType: 'direct',
    supportedAlgorithmIDs: [-8, -7, -257],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const request = await generateAuthenticationOptions({ rpID, allowCredentials: [], userVerification: 'required' });
  // Whatever else a browser asks for, such as an icon, changes nothing of what was asked of the key.
  challenges = { registration: creation.challenge, assertion: request.challenge };
  stage.play(({ method, path, body }): Said => {
    if (method === 'POST') {
      sent = Object.fromEntries(new URLSearchParams(body));
      return { code: 'allowed', html: '<title>Done</title>' };
    }
    const registering = path.startsWith('/break-glass/registration');
    const options = registering ? creation : request;
    return {
      code: 'allowed',
      html: registering ? page('registration', 'attestation', 'create', options) : page('break-glass', 'assertion', 'get', options),
    };
  });
});

const page = (id: string, field: string, call: string, options: object): string => `<title>${id}</title>
<form id="${id}" method="post" data-options="${JSON.stringify(options).replaceAll('"', '&quot;')}"><input name="account"><input name="password" type="password">
<input type="hidden" name="ceremony" value="c1"><input type="hidden" name="link"><input type="hidden" name="${field}"><button name="with-key">go</button></form>
<script>const form = document.getElementById('${id}'); form.elements.link.value = location.hash.slice(1); form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const publicKey = PublicKeyCredential.${call === 'get' ? 'parseRequestOptionsFromJSON' : 'parseCreationOptionsFromJSON'}(JSON.parse(form.dataset.options));
    const credential = await navigator.credentials.${call}({ publicKey, signal: AbortSignal.timeout(20000) });
    const json = credential.toJSON();
    const member = credential.response.attestationObject;
    if (member && btoa(String.fromCharCode(...new Uint8Array(member))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') !== json.response.attestationObject)
      form.elements.ceremony.value = 'the two ways to read it differ';
    form.elements.${field}.value = JSON.stringify(json);
  } catch { form.elements.${field}.value = ''; }
  form.submit();
});</script>`;

const casts: Readonly<Record<'wire' | 'browser', () => Promise<Cast>>> = { wire: () => stage.wire(), browser: () => stage.browsing() };
const kinds = ['wire', 'browser'] as const;

async function registered(kind: 'wire' | 'browser', attestation: AttestationMode = 'honest') {
  const cast = await casts[kind]();
  const outcome = await cast.actors.breakGlass().register({ attestation });
  await cast.dismiss();
  expect(outcome).toMatchObject({ kind: 'ok', landedOn: 'admin' });
  expect(sent).toMatchObject({ password: stage.keys.passwordOf('harbour-one'), link: 'tok-en', ceremony: 'c1' });
  expect(stage.keys.keysOf('harbour-one')).toHaveLength(1);
  return JSON.parse(sent.attestation ?? '');
}

async function verified(
  response: Parameters<typeof verifyRegistrationResponse>[0]['response'],
): Promise<{ readonly aaguid: string; readonly fmt: string; readonly credential: WebAuthnCredential }> {
  SettingsService.setRootCertificates({ identifier: 'packed', certificates: [stage.rootPem] });
  const { registrationInfo, verified } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenges.registration,
    expectedOrigin: origin,
    expectedRPID: rpID,
  });
  if (!verified || !registrationInfo) throw new Error('not verified');
  return registrationInfo;
}

for (const kind of kinds) {
  test(`a ${kind} user registers anew with another password and another key, and keeps the old ones when refused`, async () => {
    await registered(kind);
    const [first, password] = [stage.keys.keysOf('harbour-one'), stage.keys.passwordOf('harbour-one')];
    expect(password).toBe(breakGlassAccounts['harbour-one'].password);
    await registered(kind);
    const [second] = stage.keys.keysOf('harbour-one');
    expect(second?.credentialId).not.toBe(first[0]?.credentialId);
    expect(stage.keys.passwordOf('harbour-one')).not.toBe(password);
    const whenPosted = stage.playing();
    stage.play((heard) =>
      heard.method === 'POST' && heard.body.includes('attestation=') ? { status: 403, code: 'a.b.refused' } : whenPosted(heard),
    );
    const cast = await casts[kind]();
    const holder = cast.actors.breakGlass();
    expect(await holder.register()).toMatchObject({ kind: 'refused', code: 'a.b.refused' });
    expect(await holder.signIn()).toMatchObject({ kind: 'ok' });
    await cast.dismiss();
    expect(JSON.parse(sent.assertion ?? '')).toMatchObject({ id: second?.credentialId });
  });

  test(`a ${kind} user registers a key as listed hardware, and its assertions verify with a rising counter`, async () => {
    const { credential, aaguid, fmt } = await verified(await registered(kind));
    expect({ aaguid, fmt }).toEqual({ aaguid: '7e3a9c51-4b0d-4f62-9d18-2c6f5ab01e94', fmt: 'packed' });
    let counter = credential.counter;
    for (const user of kinds) {
      const cast = await casts[user]();
      expect(await cast.actors.breakGlass().signIn()).toMatchObject({ kind: 'ok' });
      await cast.dismiss();
      expect(sent).toMatchObject({ account: 'harbour-one', password: breakGlassAccounts['harbour-one'].password });
      expect(sent).not.toHaveProperty('with-key');
      const { authenticationInfo, verified: fits } = await verifyAuthenticationResponse({
        response: JSON.parse(sent.assertion ?? ''),
        expectedChallenge: challenges.assertion,
        expectedOrigin: origin,
        expectedRPID: rpID,
        credential: { ...credential, counter },
        requireUserVerification: true,
      });
      expect({ fits, rose: authenticationInfo.newCounter > counter }).toEqual({ fits: true, rose: true });
      counter = authenticationInfo.newCounter;
    }
  });

  test(`a ${kind} user without a key sends no assertion, and soon`, async () => {
    const cast = await casts[kind]();
    const begun = performance.now();
    expect(await cast.actors.breakGlass({ key: 'none', password: 'wrong' }).signIn()).toMatchObject({ kind: 'ok' });
    await cast.dismiss();
    expect(sent).toMatchObject({ assertion: '' });
    expect(sent.password).not.toBe(breakGlassAccounts['harbour-one'].password);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test(`a ${kind} user can use another account's key`, async () => {
    const { id } = await registered(kind);
    stage.keys.keep('harbour-two', stage.keys.keysOf('harbour-one'));
    const cast = await casts[kind]();
    await cast.actors.breakGlass({ key: 'other-account' }).signIn();
    await cast.dismiss();
    expect(JSON.parse(sent.assertion ?? '')).toMatchObject({ id });
  });

  test(`a ${kind} user's registration can carry no, its own, or Chromium's attestation`, async () => {
    const formOf = async (mode: AttestationMode) => {
      const { response } = await registered(kind, mode);
      const object = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
      return {
        fmt: object.get('fmt'),
        certificates: object.get('attStmt').get('x5c')?.length,
        signed: object.get('attStmt').get('sig') !== undefined,
      };
    };
    expect(await formOf('without-attestation')).toEqual({ fmt: 'none', certificates: undefined, signed: false });
    expect(await formOf('that-attests-itself')).toEqual({ fmt: 'packed', certificates: undefined, signed: true });
    expect(await formOf('of-a-browser')).toEqual({ fmt: 'packed', certificates: 1, signed: true });
    await expect(verified(await registered(kind, 'of-a-browser'))).rejects.toThrow();
    await expect(verified(await registered(kind, 'that-attests-itself'))).resolves.toMatchObject({ fmt: 'packed' });
  });
}
