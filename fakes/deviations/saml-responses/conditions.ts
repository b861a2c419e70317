/** SAML responses whose assertion does not count here, now, or for a sign-in of this strength: each validly signed. SAML Core 2.0 §2.5, §2.7. */
import { assertionWith, instant, type SamlResponseDeviations } from './response.ts';
import { lastIn, withAttribute, withoutElement, withText } from './text.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const audienceOther = 'sso.saml-response.audience-other';
const other = 'https://payroll.acme.test/saml/metadata';
const restriction = `<saml:AudienceRestriction><saml:Audience>${other}</saml:Audience></saml:AudienceRestriction>`;
const condition =
  '<saml:Condition xmlns:t="urn:tempered:condition" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:OnlyOnSundays"></saml:Condition>';

const placeDeviations = {
  'without-conditions': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (conditions)',
    refusedWith: 'sso.saml-response.conditions-missing',
    title: 'it does not say where and when it counts',
    make: assertionWith(() => withoutElement('saml:Conditions')),
  },
  'with-an-unknown-condition': {
    breaks: 'SAML Core 2.0 §2.5.1.1',
    refusedWith: 'sso.saml-response.condition-unknown',
    title: 'it counts under a condition that nobody here understands',
    make: assertionWith(() => lastIn('saml:Conditions', condition)),
  },
  'without-an-audience': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (audience)',
    refusedWith: 'sso.saml-response.audience-missing',
    title: 'it does not say for whom it is',
    make: assertionWith(() => withoutElement('saml:AudienceRestriction')),
  },
  'for-another-audience': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (audience)',
    refusedWith: audienceOther,
    title: 'it is for another relying party',
    make: assertionWith(() => withText('saml:Audience', () => other)),
  },
  'for-an-audience-that-begins-like-us': {
    breaks: 'SAML Core 2.0 §8.3.6',
    refusedWith: audienceOther,
    title: 'it is for a relying party whose name begins with ours',
    make: assertionWith(() => withText('saml:Audience', (audience) => `${audience}.attacker.test`)),
  },
  'for-two-audiences-at-once': {
    breaks: 'SAML Core 2.0 §2.5.1.4',
    refusedWith: audienceOther,
    title: 'it counts only for whoever is we and another relying party at once',
    make: assertionWith(() => lastIn('saml:Conditions', restriction)),
  },
} as const satisfies SamlResponseDeviations;

const timeDeviations = {
  'that-is-not-valid-yet': {
    breaks: 'SAML Core 2.0 §2.5.1.2 (beginning)',
    refusedWith: 'sso.saml-response.not-yet-valid',
    title: 'it counts from tomorrow on',
    make: assertionWith(({ nowMs }) => withAttribute('saml:Conditions', 'NotBefore', instant(nowMs + dayMs))),
  },
  'that-has-expired': {
    breaks: 'SAML Core 2.0 §2.5.1.2 (end)',
    refusedWith: 'sso.saml-response.expired',
    title: 'it counted until a minute ago',
    make: assertionWith(({ nowMs }) => withAttribute('saml:Conditions', 'NotOnOrAfter', instant(nowMs - minuteMs))),
  },
  'that-lives-too-long': {
    breaks: 'SAML Profiles 2.0 §4.1.4.5 (ids are remembered)',
    refusedWith: 'sso.saml-response.lifetime-too-long',
    title: 'it counts for a week',
    make: assertionWith(({ nowMs }) => withAttribute('saml:Conditions', 'NotOnOrAfter', instant(nowMs + 7 * dayMs))),
  },
} as const satisfies SamlResponseDeviations;

const strengthDeviations = {
  'without-a-word-about-the-sign-in': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (authentication statement)',
    refusedWith: 'sso.saml-response.authn-statement-missing',
    title: 'it does not say that the person signed in at all',
    make: assertionWith(() => withoutElement('saml:AuthnStatement')),
  },
  'of-a-weaker-context': {
    breaks: 'SAML Core 2.0 §3.3.2.2.1',
    refusedWith: 'sso.saml-response.authn-context-other',
    title: 'it says that the person signed in with less than was demanded',
    make: assertionWith(() => withText('saml:AuthnContextClassRef', () => 'urn:oasis:names:tc:SAML:2.0:ac:classes:InternetProtocol')),
  },
  'of-an-old-sign-in': {
    breaks: 'SAML Core 2.0 §3.4.1',
    refusedWith: 'sso.saml-response.authentication-too-old',
    title: 'the person signed in yesterday, although a new sign-in was demanded',
    make: assertionWith(({ nowMs }) => withAttribute('saml:AuthnStatement', 'AuthnInstant', instant(nowMs - dayMs))),
  },
  'whose-session-has-ended': {
    breaks: 'SAML Core 2.0 §2.7.2',
    refusedWith: 'sso.saml-response.session-expired',
    title: 'the session at the identity provider ended a minute ago',
    make: assertionWith(({ nowMs }) => withAttribute('saml:AuthnStatement', 'SessionNotOnOrAfter', instant(nowMs - minuteMs))),
  },
} as const satisfies SamlResponseDeviations;

export const conditionDeviations = { ...placeDeviations, ...timeDeviations, ...strengthDeviations };
