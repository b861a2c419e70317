/** Turns what an actor sees into an outcome: the audit record of the reference decides, never the text of a page. */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Answer, Sight, TrailStep } from './agent.ts';
import { formWithField } from './page.ts';

export type Aim = { readonly target: Target /** Where the act is meant to end. */; readonly origin: URL };

/**
 * Exactly one record: `ok` when it says allowed and the answer is a success of the host that was meant, else `refused` with its code.
 * A sign-in page of the identity provider is judged by the last answer of ours that led there, and lands on the identity provider's host.
 * Any other page of another house, or one that asks again, is where the person was stopped.
 */
export async function judged(sight: Sight, { target, origin }: Aim): Promise<Outcome> {
  if (sight.kind === 'fault') return { kind: 'fault', symptom: sight.symptom, detail: sight.detail };
  if (isSignInPage(sight, target)) {
    const led = sight.trail.findLast((step) => step.reference !== undefined);
    return led
      ? byRecord(led, { target, landedOn: sight.url.hostname, shown: shownBy(sight), looks: sight.looks, success: false, arrived: true })
      : stopped(sight);
  }
  const last = sight.trail.at(-1);
  if (isElsewhere(sight, target)) return stopped(sight);
  if (!last || sight.reference === undefined) return unknown(`${sight.url.hostname} answered without a reference: ${shownBy(sight)}`);
  const success = sight.status >= 200 && sight.status < 300;
  const seen = { target, landedOn: hostName(sight.url, target), shown: shownBy(sight), looks: sight.looks };
  return byRecord(last, { ...seen, success, arrived: success && sight.url.origin === origin.origin });
}

/** Of a request that was sent byte by byte: a redirect is an answer, too, and more answers than one are more than anybody asked for. */
export async function judgedRaw(sight: Sight, target: Target): Promise<Outcome> {
  if (sight.kind === 'fault') return { kind: 'fault', symptom: sight.symptom, detail: sight.detail };
  const [only, ...more] = sight.trail;
  if (!only || more.length > 0) return unknown(`${sight.trail.length} answers to one request`);
  if (only.reference === undefined) return unknown(`${sight.url.hostname} answered without a reference: ${shownBy(sight)}`);
  const success = sight.status === 101 || (sight.status >= 200 && sight.status < 400);
  const seen = { target, landedOn: hostName(sight.url, target), shown: shownBy(sight), looks: sight.looks };
  return byRecord(only, { ...seen, success, arrived: success });
}

/** A page of another house with a field for a password or a one-time code: where the identity provider asks who is there. */
export const isSignInPage = (sight: Answer, target: Target): boolean =>
  isElsewhere(sight, target) && (formWithField(sight.forms, 'username', 'password') ?? formWithField(sight.forms, 'otp')) !== undefined;

const stopped = (sight: Answer): Outcome => ({
  kind: 'fault',
  symptom: 'stopped-elsewhere',
  detail: `${sight.url.hostname} shows ${shownBy(sight)}`,
});
const isElsewhere = (sight: Answer, target: Target): boolean =>
  sight.reference === undefined && !Object.values(target.origins).some((each) => each.origin === sight.url.origin);

type Seen = {
  readonly target: Target;
  readonly landedOn: string;
  readonly shown: string;
  readonly looks: string;
  /** The last answer is a success. */
  readonly success: boolean;
  readonly arrived: boolean;
};

async function byRecord({ reference = '' }: TrailStep, { target, landedOn, shown, looks, success, arrived }: Seen): Promise<Outcome> {
  const [record, ...more] = await target.decision(reference);
  if (!record) return unknown(`no audit record with the reference ${reference} (${shown})`);
  if (more.length > 0) return unknown(`${more.length + 1} audit records with the reference ${reference} (${shown})`);
  if (record.code !== 'allowed')
    return success
      ? unknown(`the record says ${record.code}, but the answer was ${shown}`)
      : { kind: 'refused', code: record.code, shown, reference, looks };
  return arrived ? { kind: 'ok', landedOn, reference, actor: record.actor } : unknown(`allowed, but it ended on ${landedOn} with ${shown}`);
}

export const unknown = (why: string): Outcome => ({ kind: 'unknown', why });

const longestTitle = 80;
/** Status and title: what a person would read first. */
export const shownBy = ({ status, title }: Answer): string => `${status}${title === '' ? '' : ` ${title.slice(0, longestTitle)}`}`;

/** `tracker`, `admin` or `login`; the host's name for anything else. */
function hostName(url: URL, target: Target): string {
  return Object.entries(target.origins).find(([, origin]) => origin.origin === url.origin)?.[0] ?? url.hostname;
}
