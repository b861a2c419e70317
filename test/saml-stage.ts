/** A sign-in by SAML by itself: the stage of the authentication service, with an honest identity provider that answers by SAML. */
import { afterEach, beforeEach } from 'vitest';
import { idpMetadata, readAuthnRequest, readRedirect, type SamlResponseSpec, samlResponse, writeForm } from '../fakes/saml/index.ts';
import { provisionSamlKeys } from '../system/isolated/sso/saml/own-keys/made.ts';
import { systemRandom } from './manual-ports.ts';
import { type Circumstances, idpEntityId, idpKey, ownKeys, settingsWith } from './saml-kit.ts';
import { type Browser, loginHost, openSsoStage, type Reply, type SsoStage } from './sso-stage.ts';

export const ssoUrl = `${idpEntityId}/protocol/saml`;
export const sloUrl = `${idpEntityId}/protocol/saml/logout`;
export const metadataUrl = `${idpEntityId}/protocol/saml/descriptor`;
export const ownSloUrl = `https://${loginHost}/saml/slo`;
export const ourCertificate = ownKeys.signing.certificatePem;

/** Open while a test runs. */
export let stage: SsoStage;
/** For the whole of a test file: a fresh stage for each test. */
export function withSamlStage(): void {
  beforeEach(async () => {
    stage = await openSsoStage();
    await provisionSamlKeys(stage.store, { given: ownKeys, clock: stage.clock, random: systemRandom });
    configure();
    publish({});
  });
  afterEach(() => stage.close());
}

export function configure(settings: Circumstances['settings'] = {}): void {
  stage.settings = settingsWith({ ssoUrl, sloUrl, metadataUrl, ...settings });
}
export function publish(change: Partial<Parameters<typeof idpMetadata>[0]>, status = 200): void {
  const text = idpMetadata({ entityId: idpEntityId, ssoUrl, sloUrl, certificates: [idpKey.certificatePem], ...change });
  answer(() => ({ status, headers: {}, body: new Uint8Array(Buffer.from(text)) }));
}
export const answer = (say: () => { status: number; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }): void =>
  stage.idp.deviate({ answer: (endpoint) => (endpoint === 'elsewhere' ? say() : undefined) });

/** What an honest identity provider has this person's browser post, for the address that it was sent to. */
export async function answerTo(address: URL, change: Partial<SamlResponseSpec> = {}, key = idpKey): Promise<Record<string, string>> {
  const { xml, relayState } = readRedirect(address, ourCertificate);
  const request = readAuthnRequest(xml);
  const response = await samlResponse(
    {
      responseId: '_response-1',
      assertionId: '_assertion-1',
      issuer: idpEntityId,
      acsUrl: request?.acsUrl ?? '',
      audience: request?.issuer ?? '',
      inResponseTo: request?.id ?? '',
      nameId: 'G-ada',
      sessionIndex: 'session-7',
      nowMs: stage.clock.now(),
      ...change,
    },
    { key },
  );
  return { ...writeForm({ field: 'SAMLResponse', xml: response, relayState }) };
}
export async function signIn(person: Browser = stage.browser(), change: Partial<SamlResponseSpec> = {}): Promise<Reply> {
  return person.post(loginHost, '/saml/acs', await answerTo(await person.toIdp(), change));
}
export const signOnOf = (person: Browser): string | undefined => person.cookies.get(`${loginHost} __Host-sso`);
/** What `/start` says to somebody who opens the product now. */
export async function started(person: Browser = stage.browser()): Promise<Reply> {
  const start = await person.open();
  return person.get(loginHost, start.pathname + start.search);
}
