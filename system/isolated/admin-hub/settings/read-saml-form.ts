/** Reads the SAML settings out of the form: what is meant, and the facts by which it is judged. What the form does not mention stays as it is. */
import type { DomainAllowlist } from '../../../kernel/domain-allowlist.ts';
import { idpSettingsSchema, nameIdFormats, type SamlSettings } from '../../../kernel/idp-settings.ts';
import type { ReadSettings, SettingsForm } from './settings-form.ts';

export const profileSwitches = [
  'forceAuthn',
  'idpInitiated',
  'encryptedAssertionsOnly',
  'signedResponsesOnly',
  'certificatesFromMetadata',
] as const;
const pemForm = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Certificates and struck-out ones belong to the identity provider that they were given for. */
export function readSamlForm(form: SettingsForm, before: SamlSettings | undefined, allowlist: DomainAllowlist): ReadSettings {
  const entityId = (form.entityId ?? before?.entityId ?? '').trim();
  const same = before?.entityId === entityId ? before : undefined;
  const value = (name: 'ssoUrl' | 'sloUrl' | 'metadataUrl'): string => (form[name] ?? same?.[name] ?? '').trim();
  const [ssoUrl, sloUrl, metadataUrl] = [value('ssoUrl'), value('sloUrl'), value('metadataUrl')];
  const words = (text: string | undefined): readonly string[] | undefined => text?.split(/\s+/).filter((word) => word !== '');
  const switches = profileSwitches.map((name) => [
    name,
    form[name] === undefined ? (before?.profile[name] ?? false) : form[name] === 'yes',
  ]);
  const settings = {
    protocol: 'saml',
    entityId,
    ssoUrl,
    ...(sloUrl === '' ? {} : { sloUrl }),
    ...(metadataUrl === '' ? {} : { metadataUrl }),
    certificates: form.certificates === undefined ? (same?.certificates ?? []) : (form.certificates.match(pemForm) ?? []),
    struckOutCertificates: words(form.struckOutCertificates) ?? same?.struckOutCertificates ?? [],
    nameIdFormat: nameIdFormats.find((each) => each === (form.nameIdFormat ?? before?.nameIdFormat)) ?? nameIdFormats[0],
    demandedAuthnContext: words(form.demandedAuthnContext) ?? before?.demandedAuthnContext ?? [],
    profile: {
      requestBinding: (form.requestBinding ?? before?.profile.requestBinding) === 'post' ? 'post' : 'redirect',
      ...Object.fromEntries(switches),
    },
  } as const;
  const { canonical, https, listed } = allowlist.facts(ssoUrl);
  const parsed = idpSettingsSchema.safeParse(settings);
  return {
    settings: parsed.data ?? (settings as unknown as SamlSettings),
    facts: {
      issuer: { canonical, withoutQuery: !ssoUrl.includes('?'), https, listed },
      clientIdGiven: true,
      clientAuthenticationKnown: true,
      clientSecretKnown: true,
      algorithmKnown: true,
      endpointsComplete: true,
      endpointsListed: [sloUrl, metadataUrl].every((address) => address === '' || allowlist.allows(address)),
      listsUsable: [settings.demandedAuthnContext, settings.struckOutCertificates].every(
        (each) => each.length <= 20 && each.every((word) => /^[\x21-\x7e]{1,200}$/.test(word)),
      ),
      entityIdGiven: entityId !== '' && entityId.length <= 1_024,
      certificatesUsable: !(parsed.error?.issues ?? []).some(({ path }) => path[0] === 'certificates'),
    },
  };
}
