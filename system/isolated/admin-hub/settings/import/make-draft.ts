/** Makes a draft of what an identity provider says of itself: judged like any other, and as little in force. */
import type { Answer } from '../../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../../kernel/context-rules.ts';
import type { IdpSettings } from '../../../../kernel/idp-settings.ts';
import type { IdpDescription } from '../../../../kernel/idp-settings-draft.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { ServiceRequest } from '../../../../kernel/service.ts';
import { demandAll, type HubParts } from '../../parts.ts';
import { keepDraft } from '../save-draft.ts';
import type { SettingsForm } from '../settings-form.ts';

/** From an address (`address`) or as it is (`document`). Throws `Refusal` with a code of `admin-hub.import` or of `admin-hub.idp-settings`. */
export async function importDraft(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Promise<Answer> {
  const { form } = request;
  const address = (form.address ?? '').trim();
  const document = form.document ?? '';
  const read = await parts.read(address === '' ? { text: document } : { address });
  demandAll(parts.policy.import, { outcome: read.outcome }, { found: read.outcome });
  if (read.outcome !== 'good') throw new Refusal('admin-hub.import.not-readable', { cites: ['S18'] });
  return keepDraft(parts, who, { request, form: asForm(read.description, form, parts.settings.current()) });
}

/** As somebody would have typed it. What no document says (who we are there, and how we prove it) is taken from the form, or stays. */
function asForm(
  description: IdpDescription,
  { clientId, clientSecret = '' }: SettingsForm,
  current: IdpSettings | undefined,
): SettingsForm {
  if (description.protocol === 'oidc') {
    const { issuer } = description;
    const known = current?.protocol === 'oidc' && current.issuer === issuer ? current.clientId : '';
    return { protocol: 'oidc', issuer, clientId: clientId || known, clientSecret };
  }
  const { entityId, ssoUrl, sloUrl, metadataUrl, certificatePems, requestBinding } = description;
  return {
    protocol: 'saml',
    entityId,
    ssoUrl,
    sloUrl: sloUrl ?? '',
    metadataUrl: metadataUrl ?? '',
    certificates: certificatePems.join('\n'),
    requestBinding,
  };
}
