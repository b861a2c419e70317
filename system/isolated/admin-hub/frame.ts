/** What stands around every page of AdminHub: where one is, where one can go, and when a break-glass session ends. */
import { type Html, html, type Page } from '../../kernel/html.ts';

/** The break-glass session behind this visit. */
export type BreakGlassSession = { readonly endsAtMs: number; readonly idleEndsAtMs: number; readonly signOutToken: string };
export type Visitor = { readonly subject: string; readonly door: 'single sign-on' | 'break-glass'; readonly session?: BreakGlassSession };

/** `formToken` is what every form of this session must carry (S4). */
export type Frame = { readonly cloud: string; readonly visitor: Visitor; readonly formToken: string };

const areas: readonly (readonly [string, string])[] = [
  ['/', 'Overview'],
  ['/idp-settings', 'Identity provider settings'],
  ['/diagnosis', 'Diagnosis'],
  ['/keys', 'Certificates and keys'],
  ['/trust', 'Trust'],
  ['/sessions', 'Sessions'],
  ['/people', 'People'],
  ['/groups', 'Groups'],
  ['/automation', 'Automation'],
  ['/domains', 'E-mail domains'],
  ['/audit', 'Audit'],
];

export const placeOf = (cloud: string): string => `${cloud} · AdminHub`;
const utcTime = (atMs: number): string => `${new Date(atMs).toISOString().slice(11, 19)} UTC`;
/** `2026-11-22 10:00:00 UTC`; `atMs` is milliseconds since the epoch. */
export const moment = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 10)} ${utcTime(atMs)}`;

const ending = ({ session }: Visitor): Html | undefined =>
  session &&
  html`<p>This break-glass session ends by itself at <strong>${utcTime(session.endsAtMs)}</strong>, or at ${utcTime(session.idleEndsAtMs)} if you do nothing until then. Nothing prolongs it.</p>`;

export const framed = ({ cloud, visitor }: Frame, title: string, body: Html): Page => ({
  place: placeOf(cloud),
  title,
  body: html`<nav aria-label="AdminHub"><ul>${areas.map(([path, text]) => html`<li><a href="${path}">${text}</a></li>`)}</ul></nav>
${body}${ending(visitor)}`,
});

/** The hidden field without which no form is taken. */
export const tokenField = ({ formToken }: Frame): Html => html`<input type="hidden" name="form-token" value="${formToken}">`;
