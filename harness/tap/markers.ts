/** The values that must not appear where the table of crossings does not allow them: the fixtures' people, custody accounts and secrets. */
import { breakGlassAccounts, otherRelyingParty, people, relyingParty } from '../fixtures/fixtures.ts';

export type MarkerClass =
  | 'email'
  | 'name'
  | 'title'
  | 'password'
  | 'client-secret'
  | 'break-glass-email'
  | 'break-glass-password'
  | 'one-time-link'
  | 'session-cookie';
/** `whose` is a name for people to read; a finding shows it and never the value. */
export type Marker = { readonly whose: string; readonly class: MarkerClass; readonly value: string };

/** Shorter values would turn up by chance in decoded bytes. */
export const shortestMarker = 8;

/** Every personal value and secret of the fixtures. */
export const fixtureMarkers: readonly Marker[] = [
  ...Object.entries(people).flatMap(([whose, { email, givenName, familyName, password, title, otpSecret }]): Marker[] => [
    { whose, class: 'email', value: email },
    { whose, class: 'name', value: givenName },
    { whose, class: 'name', value: familyName },
    { whose, class: 'title', value: title },
    { whose, class: 'password', value: password },
    { whose, class: 'password', value: otpSecret },
  ]),
  ...Object.entries(breakGlassAccounts).flatMap(([whose, { email, password }]): Marker[] => [
    { whose, class: 'break-glass-email', value: email },
    { whose, class: 'break-glass-password', value: password },
  ]),
  { whose: 'relying party', class: 'client-secret', value: relyingParty.clientSecret },
  { whose: 'another relying party', class: 'client-secret', value: otherRelyingParty.clientSecret },
];
