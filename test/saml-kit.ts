/** An identity provider and a relying party for SAML, by their keys alone: honest responses, and how the released rules judge any text. */

import { type SamlResponseSigning, type SamlResponseSpec, samlResponse } from '../fakes/saml/response.ts';
import { readCertificates } from '../system/isolated/sso/saml/certificates.ts';
import { newSamlKeys } from '../system/isolated/sso/saml/own-keys/made.ts';
import { releasedSamlPolicy } from '../system/isolated/sso/saml/policy.ts';
import { expectedBy, type Gathered, gather, type SamlTransaction } from '../system/isolated/sso/saml/saml-response/gather.ts';
import { type IdpSettingsInput, idpSettingsSchema, type SamlSettings } from '../system/kernel/idp-settings.ts';
import { judge } from '../system/kernel/rule.ts';
import { handleOf } from '../system/kernel/secret-handle.ts';
import { systemRandom } from './manual-ports.ts';

export const idpEntityId = 'https://idp.acme.test/realms/acme';
export const entityId = 'https://login.acme.isolated.test/saml/metadata';
export const acsUrl = 'https://login.acme.isolated.test/saml/acs';
export const requestId = '_a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
export const relayState = 'rs-0123456789';
export const nowMs = Date.UTC(2026, 10, 22, 10, 0, 0);

const ports = { clock: { now: () => nowMs, after: async () => {}, skewMs: () => 0 }, random: systemRandom };
export const [idpKeys, otherKeys, ownKeys] = (await Promise.all(['idp', 'other', 'own'].map((name) => newSamlKeys(name, ports)))) as [
  Awaited<ReturnType<typeof newSamlKeys>>,
  Awaited<ReturnType<typeof newSamlKeys>>,
  Awaited<ReturnType<typeof newSamlKeys>>,
];
export const idpKey = idpKeys.signing;

export const honestSpec: SamlResponseSpec = {
  responseId: '_response-1',
  assertionId: '_assertion-1',
  issuer: idpEntityId,
  acsUrl,
  audience: entityId,
  inResponseTo: requestId,
  nameId: 'G-ada',
  sessionIndex: 'session-7',
  attributes: { email: ['ada@acme.test'], groups: ['staff', 'engineers'] },
  nowMs,
};
export const honest = (spec: Partial<SamlResponseSpec> = {}, signing: Partial<SamlResponseSigning> = {}): Promise<string> =>
  samlResponse({ ...honestSpec, ...spec }, { key: idpKey, ...signing });

export type Circumstances = {
  readonly settings?: Partial<Extract<IdpSettingsInput, { protocol: 'saml' }>>;
  readonly atMs?: number;
  readonly transaction?: Partial<SamlTransaction> | 'none';
  readonly relayState?: string | undefined;
  readonly cookie?: string | undefined;
  readonly brought?: Set<string>;
  /** Instead of base64 of the text. */
  readonly asSent?: string;
  readonly policy?: Partial<typeof releasedSamlPolicy>;
};

export const settingsWith = (settings: Circumstances['settings'] = {}): SamlSettings =>
  idpSettingsSchema.parse({
    protocol: 'saml',
    entityId: idpEntityId,
    ssoUrl: `${idpEntityId}/protocol/saml`,
    certificates: [idpKey.certificatePem],
    ...settings,
  }) as SamlSettings;

/** What the released policy makes of a text that this browser brings. */
export async function judged(xml: string, given: Circumstances = {}): Promise<Gathered & { readonly code: string }> {
  const settings = settingsWith(given.settings);
  const policy = { ...releasedSamlPolicy, ...given.policy };
  const brought = given.brought ?? new Set<string>();
  const transaction: SamlTransaction = {
    handOver: 'hand-over',
    relayState: handleOf(relayState),
    idpEntityId,
    startedAtMs: nowMs - 20_000,
    ...(given.transaction === 'none' ? {} : given.transaction),
  };
  const atMs = given.atMs ?? nowMs + 1_000;
  const gathered = await gather(
    {
      expected: expectedBy(settings, { nowMs: atMs, entityId, acsUrl }),
      certificates: readCertificates(settings.certificates),
      decryptionKeyPem: ownKeys.encryption.privateKeyPem,
      aheadMs: atMs - Date.now(),
      verifySignature: policy.verifySignature,
      secondOpinion: policy.secondOpinion,
      rules: policy.response,
      takeTransaction: (hash) => (hash === handleOf(requestId) && given.transaction !== 'none' ? transaction : undefined),
      noteBrought: (hash) => brought.has(hash) || !brought.add(hash),
    },
    {
      samlResponse: given.asSent ?? Buffer.from(xml).toString('base64'),
      relayState: 'relayState' in given ? given.relayState : relayState,
      browserRequestId: 'cookie' in given ? given.cookie : requestId,
    },
  );
  const judgement = judge(policy.response, gathered.facts);
  return { ...gathered, code: judgement.allowed ? 'allowed' : judgement.code };
}
