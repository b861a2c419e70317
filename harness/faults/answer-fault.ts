/** Maker of the faults that are an answer of the identity provider changed on its way: what no product can be made to say for real. */

import type { IdpAnswer } from '../fault-proxy/rewriting/idp-answer.ts';
import type { Rewriter } from '../fault-proxy/rewriting/rewriters.ts';
import { withField } from '../network/fields.ts';
import type { Fault } from './fault.ts';

type AnswerFault = Pick<Fault, 'name' | 'title' | 'meets' | 'observe'> &
  Partial<Pick<Fault, 'family' | 'slowToSee' | 'setting'>> &
  Pick<Rewriter, 'kind' | 'rewrite' | 'heldMs'>;

export function answerFault({ kind, rewrite, heldMs, ...described }: AnswerFault): Fault {
  const change = described.title;
  return {
    family: 'oidc',
    means: 'rewriting',
    needs: [],
    shared: false,
    ...described,
    install: async ({ faultProxy }) => faultProxy.rewrite({ kind, change, rewrite, ...(heldMs === undefined ? {} : { heldMs }) }),
  };
}

type Json = Readonly<Record<string, unknown>>;

/** An answer whose JSON says something else. One that is no success passes as it came. */
export const saying =
  (change: (said: Json) => Json) =>
  (answer: IdpAnswer): IdpAnswer | undefined =>
    answer.status === 200 ? { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Json)) } : undefined;

/** A page in the place of the answer. */
export const page =
  (status: number) =>
  ({ fields }: IdpAnswer): IdpAnswer => ({
    status,
    fields: withField(fields, 'Content-Type', 'text/html; charset=utf-8'),
    body: '<!doctype html><title>Nothing is here</title><p>Ask the people who run this server.</p>',
  });
