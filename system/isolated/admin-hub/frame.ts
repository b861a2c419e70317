/** What stands around every page of AdminHub: where one is, where one can go, and when a break-glass session ends. */
import { formTokenField } from '../../kernel/form-token.ts';
import { type Html, html, type Page } from '../../kernel/html.ts';

/** The break-glass session behind this visit. */
export type BreakGlassSession = { readonly endsAtMs: number; readonly idleEndsAtMs: number; readonly signOutToken: string };
export type Visitor = { readonly subject: string; readonly door: 'single sign-on' | 'break-glass'; readonly session?: BreakGlassSession };

/** `formToken` is what every form of this session must carry (S4). */
export type Frame = {
  readonly cloud: string;
  readonly visitor: Visitor;
  readonly formToken: string;
  /** Where a session of single sign-on is signed out; a break-glass session is ended on the overview. */
  readonly signOut?: string;
};

/** Where one can go, under which name, and what is found there. */
export const areas = [
  ['/', 'Overview', 'this page'],
  ['/idp-settings', 'Identity provider settings', 'how people sign in: draft, test and activate a change, or roll one back'],
  ['/diagnosis', 'Diagnosis', 'why somebody could not sign in, and where that is set right'],
  ['/keys', 'Certificates and keys', 'by which keys the identity provider is believed, and until when; strike one out'],
  ['/trust', 'Trust', 'end every session at once, and look through what was made or changed since an instant'],
  ['/sessions', 'Sessions', 'how long sessions may last, and those that are running'],
  ['/people', 'People', 'who is known here: suspend, reactivate, make an org admin'],
  ['/groups', 'Groups', 'who belongs together'],
  ['/automation', 'Automation', 'group rules, HR feed, connectors, and the changes that were stopped'],
  ['/domains', 'E-mail domains', 'from which domains people may come, and the proof that they are yours'],
  ['/audit', 'Audit', 'everything that was decided here'],
] as const;
export type AreaPath = (typeof areas)[number][0];

export const placeOf = (cloud: string): string => `${cloud} · AdminHub`;
const utcTime = (atMs: number): string => `${new Date(atMs).toISOString().slice(11, 19)} UTC`;
/** `2026-11-22 10:00:00 UTC`; `atMs` is milliseconds since the epoch. */
export const moment = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 10)} ${utcTime(atMs)}`;

const ending = ({ session }: Visitor): Html | undefined =>
  session &&
  html`<p>This break-glass session ends by itself at <strong>${utcTime(session.endsAtMs)}</strong>: nothing moves that.${session.idleEndsAtMs < session.endsAtMs && ` If you do nothing, it ends at ${utcTime(session.idleEndsAtMs)} already; whatever you open or send puts that off, and not beyond its end.`}</p>`;

/** `area`: which line of the menu this page is, or belongs to. */
export type Head = { readonly title: string; readonly area: AreaPath; readonly width?: 'broad' };

const menuLine = (path: AreaPath, text: string, area: AreaPath): Html =>
  html`<li><a href="${path}"${path === area && html` aria-current="page"`}>${text}</a></li>`;

export const framed = ({ cloud, visitor, signOut }: Frame, { title, area, width }: Head, body: Html): Page => ({
  place: placeOf(cloud),
  title,
  ...(signOut === undefined ? {} : { signOut }),
  ...(width === undefined ? {} : { width }),
  body: html`<nav aria-label="AdminHub"><ul>${areas.map(([path, text]) => menuLine(path, text, area))}</ul></nav>
${body}${ending(visitor)}`,
});

/** The hidden field without which no form is taken. */
export const tokenField = ({ formToken }: Frame): Html => formTokenField(formToken);
