/** What may cross between zones, as data (S1): who sends what to whom, in which field. All that is not here may not cross. */
import type { Zone } from '../fixtures/zones.ts';
import type { MarkerClass } from './markers.ts';

export type AllowedCrossing = {
  readonly from: Zone | 'harness';
  readonly to: Zone | 'harness';
  /** `https`, `smtp`, …; `*` for any. */
  readonly channel: string;
  /** A field as `crossing-fields.ts` names them; a `*` at the end stands for any rest. */
  readonly field: string;
  readonly classes: readonly MarkerClass[];
  readonly because: string;
};

export const crossingsTable: readonly AllowedCrossing[] = [
  {
    from: 'user',
    to: 'customer',
    channel: '*',
    field: 'body.form:*',
    classes: ['email', 'password'],
    because: 'users sign in at their own identity provider',
  },
  {
    from: 'customer',
    to: 'user',
    channel: '*',
    field: 'body*',
    classes: ['email', 'name', 'title'],
    because: 'a user may see their own data at their identity provider, and takes their SAML response along',
  },
  {
    from: 'customer',
    to: 'isolated',
    channel: '*',
    field: 'body*',
    classes: ['email', 'name', 'title'],
    because: 'tokens and user info of whoever signs in',
  },
  {
    from: 'user',
    to: 'isolated',
    channel: '*',
    field: 'body.form:SAMLResponse',
    classes: ['email', 'name', 'title'],
    because: 'SAML Bindings 2.0 §3.5: the response of the identity provider travels through the browser',
  },
  { from: 'isolated', to: 'customer', channel: '*', field: 'header:authorization', classes: ['client-secret'], because: 'RFC 6749 §2.3.1' },
  {
    from: 'isolated',
    to: 'customer',
    channel: '*',
    field: 'body.form:client_secret',
    classes: ['client-secret'],
    because: 'RFC 6749 §2.3.1',
  },
  { from: 'isolated', to: 'user', channel: '*', field: 'body*', classes: ['email', 'name'], because: 'a user may see their own data' },
  {
    from: 'user',
    to: 'isolated',
    channel: '*',
    field: 'body.form:*',
    classes: ['break-glass-password'],
    because: 'break-glass sign-in and registration (B-03)',
  },
  {
    from: 'user',
    to: 'isolated',
    channel: '*',
    field: 'body.json:*',
    classes: ['break-glass-password'],
    because: 'break-glass sign-in and registration (B-03)',
  },
  {
    from: 'user',
    to: 'isolated',
    channel: '*',
    field: 'body.form:*',
    classes: ['client-secret'],
    because: 'the identity provider settings on AdminHub',
  },
  {
    from: 'isolated',
    to: 'provider',
    channel: '*',
    field: 'body*',
    classes: ['break-glass-email'],
    because: 'where a one-time link is sent',
  },
  { from: 'isolated', to: 'provider', channel: 'smtp', field: 'line', classes: ['break-glass-email'], because: 'the envelope of a mail' },
  { from: 'isolated', to: 'provider', channel: 'smtp', field: 'header:to', classes: ['break-glass-email'], because: 'the head of a mail' },
  {
    from: 'provider',
    to: 'isolated',
    channel: '*',
    field: 'body*',
    classes: ['break-glass-email'],
    because: 'the desk provisions break-glass accounts',
  },
  {
    from: 'provider',
    to: 'user',
    channel: '*',
    field: 'body*',
    classes: ['break-glass-email'],
    because: "the desk's pages, and a custodian reading mail",
  },
  {
    from: 'harness',
    to: 'customer',
    channel: '*',
    field: 'body.form:*',
    classes: ['email', 'password'],
    because: 'the independent observer signs a person in to see a fault of the identity provider',
  },
  {
    from: 'harness',
    to: 'customer',
    channel: '*',
    field: 'header:authorization',
    classes: ['client-secret'],
    because: 'the same observer stands for the relying party',
  },
  {
    from: 'customer',
    to: 'harness',
    channel: '*',
    field: 'body*',
    classes: ['email', 'name', 'title'],
    because: 'what that observer is told of the person',
  },
];
