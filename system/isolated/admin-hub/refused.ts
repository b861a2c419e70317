/** What somebody sees whose wish was refused: all that is wrong, for who may know; nothing for anybody else. */
import { html, type Page } from '../../kernel/html.ts';
import { placeOf } from './frame.ts';

const advice: Readonly<Record<string, string>> = {
  'admin-hub.request.form-token-wrong': 'The form was not from this session, or the session is a new one.',
  'admin-hub.idp-settings.malformed':
    'The issuer is not a plain address. Write it without user name, percent signs, backslashes or a second spelling.',
  'admin-hub.idp-settings.with-query': 'The issuer has a query. An issuer has none.',
  'admin-hub.idp-settings.not-https': 'The issuer does not begin with https://.',
  'admin-hub.idp-settings.host-not-allowed':
    'The issuer is not at a place that Support has listed for your organisation. Ask the Support Desk to list it first.',
  'admin-hub.idp-settings.client-id-missing': 'The client ID is missing.',
  'admin-hub.idp-settings.client-authentication-unknown': 'How we prove who we are is none of the ways that are offered.',
  'admin-hub.idp-settings.client-secret-missing':
    'There is no client secret for this issuer. With another issuer the client secret must be given anew.',
  'admin-hub.idp-settings.algorithm-unknown': 'The algorithm is none of those that are offered.',
  'admin-hub.idp-settings.endpoints-incomplete':
    'Fixed endpoints need all three: authorization, token and keys. Or leave all of them empty.',
  'admin-hub.idp-settings.endpoint-not-allowed':
    'One of the fixed endpoints is not at a place that Support has listed for your organisation, or is not written plainly.',
  'admin-hub.idp-settings.list-unusable':
    'A list has more than 20 values, one of more than 200 characters, or one with unusual characters.',
  'admin-hub.idp-settings.entity-id-missing': 'The entity ID is missing, or too long.',
  'admin-hub.idp-settings.certificates-unusable':
    'There must be one to eight certificates (PEM), each readable and of an RSA key of 2048 bits or more.',
  'admin-hub.import.address-not-allowed': 'The address is not at a place that Support has listed for your organisation.',
  'admin-hub.import.unreachable': 'Nothing could be fetched there: no answer within five seconds, an error, or a redirect.',
  'admin-hub.import.not-readable': 'This is neither a discovery document nor the SAML metadata of one identity provider.',
  'admin-hub.import.names-another-place': 'The document names a place that Support has not listed for your organisation.',
  'admin-hub.activation.draft-missing': 'There is no draft any more: it was activated, or thrown away.',
  'admin-hub.activation.draft-changed': 'The draft was changed since this page was shown. Look at it again first.',
  'admin-hub.activation.no-longer-allowed':
    'The draft breaks a rule by now: the domain allowlist was changed since it was saved. Save it again to see which.',
  'admin-hub.activation.idp-other':
    'Where the draft leads, somebody answers as another identity provider, or names places that Support has not listed.',
  'admin-hub.activation.not-tested': 'You have not signed in with this very draft within the last hour. Test it first.',
  'admin-hub.strike-out.nothing-set': 'No identity provider settings are in force, so there is nothing to strike a key out of.',
  'admin-hub.strike-out.name-unusable': 'This is no key id, thumbprint or fingerprint.',
  'admin-hub.strike-out.already': 'This key is struck out already.',
  'admin-hub.strike-out.too-many':
    'Too many keys are struck out. Take some that are not published any more off the list, by a draft of the settings.',
  'session.settings.not-a-whole-number': 'Each limit is a whole number.',
  'session.settings.absolute-out-of-bounds': 'The longest life is not within what this deployment allows.',
  'session.settings.idle-out-of-bounds': 'The time without use is not within what this deployment allows.',
  'session.settings.idle-beyond-absolute': 'The time without use is longer than the longest life.',
  'session.settings.number-out-of-bounds': 'The number of sessions is not within what this deployment allows.',
  'session.revocation.session-unknown': 'There is no such session any more.',
  'directory.administration.name-malformed': 'The name is not written as it has to be, or is taken.',
  'directory.administration.not-found': 'There is nobody and nothing of this name any more.',
  'directory.mass-change.last-admin-lost': 'It would leave nobody who administers the organisation.',
  'directory.mass-change.admins-lost': 'It would take away more than half of the org admins at once.',
  'directory.mass-change.group-emptied': 'It would leave a group with nobody in it.',
  'directory.mass-change.too-many-suspended': 'It would suspend too many people at once.',
  'directory.mass-change.too-many-changed': 'It would change the names or attributes of too many people at once.',
  'directory.mass-change.too-many-memberships-lost': 'It would take too many memberships away at once.',
  'directory.group-rules.draft-missing': 'There is no draft of the group rules any more: it was activated, or thrown away.',
  'directory.group-rules.draft-changed': 'The draft was changed since you looked at what it would do. Look again first.',
  'directory.group-rules.malformed':
    'A rule is not written as it has to be: a name of small letters, digits and hyphens, one condition at least, and attributes that are known.',
  'directory.group-rules.name-repeated': 'Two rules have the same name.',
  'directory.group-rules.group-unknown': 'A rule names a group that is not there.',
  'directory.group-rules.too-many-exceptions': 'A rule excepts more than a hundred people by name.',
  'directory.hr-feed.not-received': 'The feed did not come: no answer in time, an error, or too large.',
  'admin-hub.hr-feed.no-file': 'No file was chosen.',
  'admin-hub.hr-feed.too-large': 'The file is larger than the page that takes it says. Nothing of it was kept.',
  'directory.hr-feed.other-than-shown':
    'The feed is another one than you looked at, or a day has begun since on which its dates mean something else. See first what it would do now.',
  'directory.hr-feed.not-utf8': 'The feed is not in UTF-8, or was damaged on its way through another encoding.',
  'directory.hr-feed.header-other': 'The columns of the feed are not the ones that were agreed on, in their order.',
  'directory.hr-feed.line-broken': 'A line of the feed cannot be read.',
  'directory.hr-feed.date-wrong':
    'A date in the feed is none: each is a day of the calendar, written as 2026-01-31, and no end is before its start.',
  'directory.hr-feed.empty': 'There is nobody in the feed.',
  'directory.hr-feed.person-repeated': 'Somebody is in the feed twice.',
  'directory.hr-feed.name-taken': 'A user name in the feed is reserved, or belongs to somebody whom the feed does not manage.',
  'directory.hr-feed.email-domain-not-verified': 'An address in the feed is in a domain that is not verified here.',
  'directory.held.outdated': 'A later one of its kind was done since: this one is about a world that is gone. Discard it.',
  'directory.held.too-old': 'It was stopped more than a week ago. Discard it.',
  'directory.held.other-than-shown': 'It would do something else now than you looked at. See first what it would do now.',
  'directory.suspension.of-another': 'Somebody else suspended this person: only they end it.',
  'directory.suspension.of-org-admin': 'An org admin is let in again by hand only.',
  'directory.domain.malformed': 'This is no domain name.',
  'directory.domain.not-claimed': 'The domain is not claimed.',
  'directory.domain.names-silent': 'The name system did not answer. Try again later.',
  'directory.domain.proof-elsewhere':
    'The proof stands with another name, behind an alias, and the domain is not verified. Publish the TXT record with the very name that is shown, and look again.',
  'directory.domain.proof-missing': 'The proof was not found, and the domain is not verified. Publish the TXT record and look again.',
  'admin-hub.roll-back.version-unknown': 'This version is not kept any more.',
  'admin-hub.roll-back.in-force-already': 'This version is the one in force.',
  'admin-hub.roll-back.no-longer-allowed': 'This version leads to a place that Support does not list any more.',
};

/** What only somebody who came in can meet. */
export const mayBeTold = (code: string): boolean => adviceFor(code) !== undefined;

/** What the directory refuses is told by its code where nobody wrote a sentence: only its own actions, behind the same door, meet it. */
const adviceFor = (code: string): string | undefined =>
  Object.hasOwn(advice, code) ? advice[code] : code.startsWith('directory.') ? `The directory refused this: ${code}.` : undefined;

/** One sentence about a code that an org admin may know. */
export const sentenceFor = (code: string): string => adviceFor(code) ?? `It was refused: ${code}.`;

const isMass = (code: string): boolean => code.startsWith('directory.mass-change.');

/** Somebody who may change things may know why it was not done, and in which line (`where`); anybody else learns nothing. */
export function refusedPage(cloud: string, codes: readonly string[], { where }: { readonly where?: string } = {}): Page {
  const reasons = codes.flatMap((code) => adviceFor(code) ?? []).map((text) => html`<li><strong>${text}</strong></li>`);
  if (reasons.length === 0)
    return {
      place: placeOf(cloud),
      title: 'Not available',
      body: html`<p>AdminHub is for the organisation's administrators. If you should be one, ask an administrator and quote the reference below.</p>`,
    };
  return {
    place: placeOf(cloud),
    title: 'Nothing was changed',
    body: html`<ul>${reasons}</ul>${where !== undefined && html`<p>Where: ${where}</p>`}${codes.some(isMass) && html`<p>If it came from group rules or the HR feed, it is kept whole: look at it, and resume or discard it, among the <a href="/held">stopped changes</a>.</p>`}<p>What to do next: go back, correct it, and try again. <a href="/">AdminHub</a></p>`,
  };
}
