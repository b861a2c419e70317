/** What a refused registration shows. Without an open link, or from another place, it says nothing; with one, it says what to change. */

import { html, type Page } from '../../../kernel/html.ts';
import type { RefusalCode } from '../../../kernel/rule.ts';
import { passwordLength, type RegistrationRefusal } from './rules.ts';

const passwordAdvice: Partial<Record<RegistrationRefusal, string>> = {
  'break-glass.registration.password-too-short': `The password is shorter than ${passwordLength.least} characters.`,
  'break-glass.registration.password-too-long': `The password is longer than ${passwordLength.most} characters.`,
  'break-glass.registration.password-names-account': 'The password contains a part of the account’s name or address.',
  'break-glass.registration.password-guessable':
    'The password is one that guessers try early: a pattern, a repetition, or a well-known word.',
  'break-glass.registration.password-reused': 'The password is in use already.',
  'break-glass.registration.ceremony-unknown': 'The page was open for too long, or was sent twice.',
  'break-glass.registration.key-missing': 'No hardware key answered.',
};

const silent = ['address-not-allowed', 'link-unknown', 'link-used', 'link-replaced', 'link-expired', 'unexpected', 'unreadable'].map(
  (reason) => `.${reason}`,
);
const keyAdvice =
  'The key was not accepted: it must be a listed hardware model, verify you by PIN or fingerprint, show its make and model, and be registered nowhere else here.';

export function registrationRefusedPage(cloud: string, code: RefusalCode): Page {
  const place = `${cloud} · break-glass`;
  if (silent.some((ending) => code.endsWith(ending))) {
    return {
      place,
      title: 'This did not work',
      body: html`<p>Nothing was changed. A link works once, for one hour, from a registered network.</p><p>What to do next: ask the provider's Support Desk for a new link, and quote the reference below.</p>`,
    };
  }
  const why = Object.entries(passwordAdvice).find(([known]) => known === code)?.[1] ?? keyAdvice;
  return {
    place,
    title: 'Please try again',
    body: html`<p><strong>${why}</strong> Nothing was changed, and your link still works.</p><p>What to do next: open the link from the mail again.</p>`,
  };
}
