/** E-mail domains: claimed, proved in the public name system, and removed (M-11). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { ListedDomain } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { buttonForm, notes } from '../forms.ts';
import { type Frame, framed, moment, tokenField } from '../frame.ts';
import { done, type HubAction, type HubParts, shown } from '../parts.ts';

export function domainsActions(parts: HubParts): readonly HubAction[] {
  const { administration } = parts;
  const domainIn = ({ form }: ServiceRequest): string => (form.domain ?? '').trim();
  const changing = (path: 'claim' | 'verify' | 'remove', run: HubAction['run']): HubAction => ({
    method: 'POST',
    path: `/domains/${path}`,
    event: 'directory.domain.changed',
    run,
  });
  return [
    { method: 'GET', path: '/domains', event: 'admin-hub.domains.shown', run: (who, request) => showDomains(parts, who, request) },
    changing('claim', (_who, request) => {
      const domain = domainIn(request);
      const { effect, claimed } = administration.claimDomain(domain);
      const location = `/domains?done=${claimed === 'now' ? 'claim' : 'claimed-already'}`;
      return done(request, { location, value: { claimed }, facts: { domain, change: 'claim', claimed }, effect });
    }),
    changing('verify', async (_who, request) => {
      const domain = domainIn(request);
      const { effect, proof } = await administration.verifyDomain(domain);
      const location = `/domains?done=${proof === 'seen' ? 'verify' : 'not-seen'}`;
      return done(request, { location, value: { proof }, facts: { domain, change: 'verify', proof }, effect });
    }),
    changing('remove', (_who, request) => {
      const domain = domainIn(request);
      const { effect } = administration.removeDomain(domain);
      return done(request, { location: '/domains?done=remove', facts: { domain, change: 'remove' }, effect });
    }),
  ];
}

function showDomains(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const domains = parts.directory.domains();
  const frame = parts.frame(who);
  return shown(parts, request, { value: { domains, formToken: frame.formToken }, page: () => domainsPage(frame, domains, request.query) });
}

const said: Readonly<Record<string, Html>> = {
  claim: html`<strong>Claimed.</strong> It opens nothing yet. What to do next: publish the TXT record that stands with it, and then have us look for it.`,
  'claimed-already': html`<strong>It was claimed already.</strong> Nothing changed: it stands below as it was.`,
  verify: html`<strong>The proof was found.</strong> The domain counts for a year from now.`,
  'not-seen': html`<strong>No proof was found.</strong> The domain counts because it was verified when this cloud was set up, until a year after that and no longer. Publish the TXT record that stands with it before that ends.`,
  remove: html`<strong>Removed.</strong> Nobody with an address in it is let in any more; sessions that are open go on until they end.`,
};
const states: Readonly<Record<ListedDomain['state'], string>> = {
  claimed: 'Claimed, and not proved yet: it opens nothing.',
  verified: 'Verified.',
  expiring: 'Verified, but not for long: have us look for the proof again.',
  expired: 'Not verified any more: nobody with an address in it is let in.',
};

function domainsPage(frame: Frame, domains: readonly ListedDomain[], query: Readonly<Record<string, string>>): Page {
  const item = ({ domain, state, proof, provisioned, verifiedUntilMs }: ListedDomain): Html => {
    const button = (path: 'verify' | 'remove', text: string): Html =>
      buttonForm(frame, { path: `/domains/${path}`, values: { domain }, text, about: domain });
    return html`<li class="card"><p><strong>${domain}</strong></p><p>${states[state]}${provisioned && ' It was verified when this cloud was set up. A look for its proof is for information: found, it counts for a year from then; not found, it counts as long as it did without one.'}</p>
<dl>${verifiedUntilMs !== undefined && html`<dt>Until</dt><dd>${moment(verifiedUntilMs)}</dd>`}<dt>TXT record of</dt><dd><code>_tempered.${domain}</code></dd><dt>Which says</dt><dd><code>${proof}</code></dd></dl>
<div class="row">${button('verify', 'Look for the proof')}${button('remove', 'Remove')}</div></li>`;
  };
  return framed(
    frame,
    { title: 'E-mail domains', area: '/domains' },
    html`${notes(query, said)}<p>Whoever comes with an e-mail address is let in only when its domain is verified here. Whoever comes without one is not asked for it. When we look for the proof of a domain that was verified by one, and it is gone, the domain is not verified any more. The record has to stand with that very name, and not behind an alias.</p>
${domains.length === 0 ? html`<p>There are none.</p>` : html`<ol class="plain">${domains.map(item)}</ol>`}
<h2>A new domain</h2>
<form method="post" action="/domains/claim">${tokenField(frame)}<label for="domain">Domain</label><input id="domain" name="domain" spellcheck="false" autocomplete="off" aria-describedby="domain-hint" required>
<p class="hint" id="domain-hint">In small letters, as <code>example.org</code>. It covers exactly this name, and none below it.</p>
<button type="submit">Claim it</button></form>`,
  );
}
