/** A SAML service provider of the contract tests: asks by redirect, and reads the answer with a library that is none of the system's rules. */
import { generateKeyPairSync } from 'node:crypto';
import { SAML, type SamlConfig, ValidateInResponseTo } from '@node-saml/node-saml';
import { certifyRsaKey } from '../../harness/authority/x509.ts';
import { samlRelyingParty } from '../../harness/fixtures/fixtures.ts';
import type { Realm, RunningIdp } from '../../harness/idp/driver.ts';
import { passForms, umaWithCode } from './attempt.ts';
import { Agent, formWith } from './relying-party-over-http.ts';

export type ServiceProvider = { readonly certificatePem: string; readonly privateKeyPem: string };

export async function serviceProvider(): Promise<ServiceProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const validity = { fromMs: Date.now() - 3_600_000, toMs: Date.now() + 86_400_000 };
  return { privateKeyPem, certificatePem: await certifyRsaKey('service provider', privateKeyPem, validity) };
}

export type SamlOutcome =
  | {
      readonly kind: 'signed-in';
      readonly nameId: string;
      readonly format: string;
      readonly sessionIndex: string;
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly context: string;
      readonly relayState: string | undefined;
      readonly to: string;
      readonly xml: string;
    }
  /** An answer came that an honest service provider does not take. */
  | { readonly kind: 'refused'; readonly because: string; readonly xml: string }
  | { readonly kind: 'page'; readonly status: number }
  /** By the redirect binding. */
  | { readonly kind: 'redirected'; readonly parameters: readonly string[] };

export type SamlAttempt = {
  readonly contextClass?: string;
  readonly binding?: 'redirect' | 'post';
  readonly certificatePem?: string;
  readonly agent?: Agent;
  readonly settings?: Partial<SamlConfig>;
};

const settingsFor = async (
  realm: Realm,
  own: ServiceProvider,
  { contextClass, certificatePem, settings }: SamlAttempt,
): Promise<SamlConfig> => ({
  callbackUrl: samlRelyingParty.acsUrl,
  logoutCallbackUrl: samlRelyingParty.sloUrl,
  issuer: samlRelyingParty.entityId,
  audience: samlRelyingParty.entityId,
  idpIssuer: realm.saml.entityId,
  entryPoint: realm.saml.ssoUrl.href,
  logoutUrl: realm.saml.sloUrl.href,
  idpCert: certificatePem ?? (await realm.saml.certificatePem()),
  privateKey: own.privateKeyPem,
  decryptionPvk: own.privateKeyPem,
  signatureAlgorithm: 'sha256',
  digestAlgorithm: 'sha256',
  identifierFormat: null,
  wantAuthnResponseSigned: true,
  wantAssertionsSigned: true,
  validateInResponseTo: ValidateInResponseTo.always,
  ...(contextClass === undefined ? { disableRequestedAuthnContext: true } : { authnContext: [contextClass] }),
  ...settings,
});

export async function attemptSaml(idp: RunningIdp, realm: Realm, own: ServiceProvider, options: SamlAttempt = {}): Promise<SamlOutcome> {
  const settings = await settingsFor(realm, own, options);
  // By the POST binding messages are not compressed.
  const saml = new SAML({ ...settings, skipRequestCompression: options.binding === 'post' });
  const agent = options.agent ?? new Agent(idp);
  const { end } = await passForms(agent, await agent.follow(...(await request(saml, options))), umaWithCode);
  if (end.kind === 'code') return { kind: 'redirected', parameters: [...end.parameters.keys()] };
  const form = formWith(end.answer, 'SAMLResponse');
  if (form === undefined) return { kind: 'page', status: end.answer.status };
  return read(saml, form.hidden, form.action.href);
}

async function request(saml: SAML, { binding = 'redirect' }: SamlAttempt): Promise<Parameters<Agent['follow']>> {
  if (binding === 'redirect') return [new URL(await saml.getAuthorizeUrlAsync('relay-1', undefined, {}))];
  const message = await saml.getAuthorizeMessageAsync('relay-1');
  const form = Object.fromEntries(Object.entries(message).map(([name, value]) => [name, String(value)]));
  return [new URL(saml.options.entryPoint ?? ''), { method: 'POST', form }];
}

async function read(saml: SAML, fields: Readonly<Record<string, string>>, to: string): Promise<SamlOutcome> {
  const SAMLResponse = fields.SAMLResponse ?? '';
  const xml = Buffer.from(SAMLResponse, 'base64').toString('utf8');
  try {
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse });
    if (!profile) throw new Error('it names nobody');
    return {
      kind: 'signed-in',
      nameId: profile.nameID,
      format: profile.nameIDFormat,
      sessionIndex: profile.sessionIndex ?? '',
      attributes: (profile.attributes ?? {}) as Readonly<Record<string, unknown>>,
      context: /AuthnContextClassRef[^>]*>([^<]*)/.exec(profile.getAssertionXml?.() ?? '')?.[1] ?? '',
      relayState: fields.RelayState,
      to,
      xml,
    };
  } catch (problem) {
    return { kind: 'refused', because: problem instanceof Error ? problem.message : 'for an unknown reason', xml };
  }
}

/** The service provider asks that the session be ended. Resolves to the status of the identity provider's answer in SAML, `Success` when it did. */
export async function askForLogout(
  realm: Realm,
  own: ServiceProvider,
  session: { agent: Agent; nameId: string; format: string; sessionIndex: string },
): Promise<string> {
  const saml = new SAML(await settingsFor(realm, own, {}));
  const profile = { issuer: '', nameID: session.nameId, nameIDFormat: session.format, sessionIndex: session.sessionIndex };
  const end = await session.agent.follow(new URL(await saml.getLogoutUrlAsync(profile, 'relay-2', {})));
  const form = end.kind === 'page' ? formWith(end.answer, 'SAMLResponse') : undefined;
  const xml = Buffer.from(form?.hidden.SAMLResponse ?? '', 'base64').toString('utf8');
  return /StatusCode Value="[^"]*:(\w+)"/.exec(xml)?.[1] ?? `no answer in SAML: ${end.kind}`;
}
