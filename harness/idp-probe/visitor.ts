/** One browser of a probe at the identity provider: keeps the cookies of that one host, and follows redirects for as long as they stay there. */
import { type PersonName, people } from '../fixtures/fixtures.ts';
import type { Realm } from '../idp/driver.ts';
import type { Probe, ProbeAnswer, ProbeQuestion } from './probe.ts';
import type { Symptom } from './symptom.ts';

/** Which realm is looked at, and by which probe. */
export type Probed = { readonly realm: Realm; readonly probe: Probe };
/** `address`: where the last redirect led, also when that is another host and nobody was asked there. */
export type Shown = { readonly answer: ProbeAnswer; readonly address: string };

/** Of this realm: it may be another than the fixtures'. */
export const passwordOf = ({ realm }: Pick<Probed, 'realm'>, person: PersonName): string =>
  realm.users.find(({ name }) => name === person)?.password ?? people[person].password;

type Fields = Readonly<Record<string, string>>;

export type Visitor = {
  open(address: string): Promise<Shown>;
  submit(address: string, fields: Fields): Promise<Shown>;
  /** As a program does: no redirect is followed. */
  post(address: string, fields: Fields, headers: Fields): Promise<ProbeAnswer>;
  get(address: string): Promise<ProbeAnswer>;
};

/** Thrown by a visitor whom nobody answers. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly at: string;
  readonly symptom: Symptom;
  constructor(at: string, symptom: Symptom) {
    super(`${symptom.kind} at ${at}`);
    this.at = at;
    this.symptom = symptom;
  }
}

const mostRedirects = 10;

/** Addresses may be relative to the issuer's. */
export function visitorOf({ probe, realm }: Probed): Visitor {
  const jar = new Map<string, string>();
  const exchange = async (address: string, question: Omit<ProbeQuestion, 'path'> = {}): Promise<ProbeAnswer> => {
    const { pathname, search } = new URL(address, realm.issuer);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...question.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await probe.exchange({ ...question, path: pathname + search, headers });
    if ('failed' in answer) throw new NoAnswer(pathname, answer.failed);
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (isGone(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const post: Visitor['post'] = (address, fields, headers) =>
    exchange(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const follow = async (answer: ProbeAnswer, address: string, left = mostRedirects): Promise<Shown> => {
    const { location } = answer.headers;
    if (answer.status < 301 || answer.status > 303 || location === undefined || left === 0) return { answer, address };
    const next = new URL(location, new URL(address, realm.issuer));
    if (next.host !== realm.issuer.host) return { answer, address: next.href };
    return follow(await exchange(next.href), next.href, left - 1);
  };
  return {
    post,
    get: (address) => exchange(address),
    open: async (address) => follow(await exchange(address), address),
    submit: async (address, fields) => follow(await post(address, fields, {}), address),
  };
}

/** Whether a Set-Cookie line takes its cookie away. RFC 6265 §5.3: Max-Age goes before Expires. */
export function isGone(line: string, nowMs: number = Date.now()): boolean {
  const maxAge = /;\s*max-age\s*=\s*(-?\d+)/i.exec(line)?.[1];
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = /;\s*expires\s*=\s*([^;]+)/i.exec(line)?.[1];
  return expires !== undefined && Date.parse(expires) <= nowMs;
}

const inputNamed = (name: string): RegExp => new RegExp(`<input[^>]*\\bname="${name}"`, 'i');
/** Which of the two forms of a sign-in a page shows. */
export const askedBy = ({ answer: { body } }: Shown): 'password' | 'code' | 'nothing' =>
  inputNamed('password').test(body) ? 'password' : inputNamed('otp').test(body) ? 'code' : 'nothing';
/** Where the form of a page goes: to the page itself, when it does not say. */
export const formAddress = ({ answer: { body }, address }: Shown): string =>
  /<form[^>]*\baction="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? address;
