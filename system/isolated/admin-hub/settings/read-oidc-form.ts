/** Reads the OIDC settings out of the form: what is meant, and the facts by which it is judged. What the form does not mention stays as it is. */
import type { DomainAllowlist } from '../../../kernel/domain-allowlist.ts';
import { clientAuthenticationMethods, idTokenAlgorithms, type OidcSettings } from '../../../kernel/idp-settings.ts';
import type { ReadSettings, SettingsForm } from './settings-form.ts';

const maxListed = 20;
const maxCharacters = 200;

/** `before` is what is set now, if that is OIDC. A secret, endpoints and struck-out keys belong to the issuer that they were given for: they never follow to another one by themselves. */
export function readOidcForm(form: SettingsForm, before: OidcSettings | undefined, allowlist: DomainAllowlist): ReadSettings<OidcSettings> {
  const issuer = form.issuer ?? '';
  const same = before?.issuer === issuer ? before : undefined;
  const method = form.clientAuthentication ?? before?.clientAuthentication.method ?? 'client_secret_basic';
  const algorithm = form.idTokenAlgorithm ?? before?.idTokenAlgorithm ?? 'RS256';
  const secret = form.clientSecret || secretOf(same);
  const demandedAcr = listed(form.demandedAcr) ?? before?.demandedAcr ?? [];
  const struckOutKeyIds = listed(form.struckOutKeyIds) ?? same?.struckOutKeyIds ?? [];
  const endpoints = endpointsOf(form, same);
  const addresses = Object.values(endpoints).filter((address) => address !== '');
  const { authorization = '', token = '', keys = '', endSession = '' } = endpoints;
  const { canonical, https, listed: isListed } = allowlist.facts(issuer);
  const byKey = method === 'private_key_jwt';
  return {
    settings: {
      protocol: 'oidc',
      issuer,
      clientId: (form.clientId ?? '').trim(),
      clientAuthentication: byKey ? { method } : { method: method === 'client_secret_post' ? method : 'client_secret_basic', secret },
      idTokenAlgorithm: idTokenAlgorithms.find((each) => each === algorithm) ?? 'RS256',
      demandedAcr,
      struckOutKeyIds,
      ...(addresses.length === 0 ? {} : { endpoints: { authorization, token, keys, ...(endSession === '' ? {} : { endSession }) } }),
    },
    facts: {
      issuer: { canonical, withoutQuery: !issuer.includes('?'), https, listed: isListed },
      clientIdGiven: (form.clientId ?? '').trim() !== '',
      clientAuthenticationKnown: clientAuthenticationMethods.some((each) => each === method),
      clientSecretKnown: byKey || secret !== '',
      algorithmKnown: idTokenAlgorithms.some((each) => each === algorithm),
      endpointsComplete: addresses.length === 0 || [authorization, token, keys].every((address) => address !== ''),
      endpointsListed: addresses.every((address) => allowlist.allows(address)),
      listsUsable: [demandedAcr, struckOutKeyIds].every(isUsable),
      entityIdGiven: true,
      certificatesUsable: true,
    },
  };
}

const endpointFields = ['authorization', 'token', 'keys', 'endSession'] as const;
type EndpointName = (typeof endpointFields)[number];
export const endpointFieldName = (name: EndpointName): string => `endpoint-${name}`;

/** Each that is not set is empty. */
const endpointsOf = (form: SettingsForm, same: OidcSettings | undefined): Readonly<Partial<Record<EndpointName, string>>> =>
  Object.fromEntries(endpointFields.map((name) => [name, (form[endpointFieldName(name)] ?? same?.endpoints?.[name] ?? '').trim()]));

/** Separated by any white space; undefined when the form does not mention them. */
const listed = (text: string | undefined): readonly string[] | undefined => text?.split(/\s+/).filter((word) => word !== '');

const isUsable = (values: readonly string[]): boolean =>
  values.length <= maxListed && values.every((value) => value.length <= maxCharacters && /^[\x21-\x7e]+$/.test(value));

export const secretOf = (settings: OidcSettings | undefined): string =>
  settings === undefined || settings.clientAuthentication.method === 'private_key_jwt' ? '' : settings.clientAuthentication.secret;
