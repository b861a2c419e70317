/** The token that every form of ours carries: a post without the one of its session comes from somebody else's page (S4). */
import { createHmac } from 'node:crypto';
import { type Html, html } from './html.ts';
import type { Random } from './ports.ts';
import { sameSecret } from './secret-handle.ts';

const field = 'form-token';

/** For a form of a page. */
export const formTokenField = (token: string): Html => html`<input type="hidden" name="${field}" value="${token}">`;
/** What a form that was sent carries; empty when it carries none. */
export const formTokenIn = (form: Readonly<Record<string, string>>): string => form[field] ?? '';

export type FormTokens = {
  of(sessionHandle: string): string;
  /** Whether this form carries the token of this session. */
  isIn(form: Readonly<Record<string, string>>, sessionHandle: string): boolean;
};

/** HMAC-SHA-256 of the session's handle, by a key of its own, which is never kept: forms of before a restart are asked for anew. */
export function formTokens(random: Random): FormTokens {
  const key = random.bytes(32);
  const of = (sessionHandle: string): string => createHmac('sha256', key).update(sessionHandle).digest('base64url');
  return { of, isIn: (form, sessionHandle) => sameSecret(formTokenIn(form), of(sessionHandle)) };
}
