/** Fronts before the edge that remember which sessions were given, and put one of them where another cookie stands, or none: what no reader can make out of the cookie itself is served all the same (I-08, NIST SP 800-63B-4 §5.1). */
import { createHash } from 'node:crypto';
import type { WorldDefect } from './defect.ts';
import { type FrontVisitor, front } from './front.ts';
import { repairedRequest } from './repaired-request.ts';

type Given = FrontVisitor & { readonly name: string; readonly value: string };
type Known = { readonly sessions: readonly string[]; readonly signOns: readonly string[]; readonly request: string };
type Memory = {
  /** Which of the sessions that were given on this host, the newest first, is meant by what came; undefined to leave it as it is. */
  recall(held: string, known: Known): string | undefined;
  /** What is handed on of a request for which one was found. */
  cleaned?(request: string): string;
};

const session = '__Host-session';
const signOn = '__Host-sso';
const givenLine = /^set-cookie: *(__Host-(?:session|sso))=([^;\s]+)/gim;

const remembering = (name: string, breaks: string, { recall, cleaned = (request) => request }: Memory): WorldDefect =>
  front(name, breaks, () => {
    const given: Given[] = [];
    return {
      answered: (text, visitor) => {
        for (const [, cookie = '', value = ''] of text.matchAll(givenLine)) given.unshift({ ...visitor, name: cookie, value });
      },
      repair: (text, over, { address, host }) => {
        const request = repairedRequest(text, over);
        if (request === undefined) return undefined;
        const values = (cookie: string, of: Partial<FrontVisitor>): readonly string[] =>
          given
            .filter((each) => each.name === cookie && each.address === address && (of.host ?? each.host) === each.host)
            .map(({ value }) => value);
        const recalled = recall(heldIn(request), { sessions: values(session, { host }), signOns: values(signOn, {}), request });
        return recalled === undefined ? request : withCookie(cleaned(request), recalled);
      },
    };
  });

const cookieLine = /\r\nCookie: ([^\r\n]*)/i;
const held = new RegExp(`(?:^|;\\s*)${session}=([^;]*)`);
const heldIn = (request: string): string => held.exec(cookieLine.exec(request)?.[1] ?? '')?.[1] ?? '';

/** With this session, and every other cookie as it came. */
function withCookie(request: string, value: string): string {
  const others = (cookieLine.exec(request)?.[1] ?? '')
    .split(';')
    .filter((pair) => !pair.trim().startsWith(`${session}=`) && pair.trim() !== '');
  const line = `\r\nCookie: ${[...others, `${session}=${value}`].join('; ')}`;
  return request.replace(cookieLine, '').replace('\r\n\r\n', `${line}\r\n\r\n`);
}

export const addressIsTheSession = remembering(
  'the-address-is-the-session',
  'Somebody before the edge knows people by their address: whoever comes from there has the session that was given there last.',
  { recall: (_held, { sessions: [newest] }) => newest },
);

/** Characters of a cookie that such a reader compares. */
const compared = 32;
export const partOfTheCookieCounts = remembering(
  'part-of-the-cookie-counts',
  'Somebody before the edge finds a session by the first or the last characters of its cookie.',
  {
    recall: (value, { sessions }) =>
      value.length < compared
        ? undefined
        : sessions.find((each) => each.startsWith(value.slice(0, compared)) || each.endsWith(value.slice(-compared))),
  },
);

export const hashIsTheSession = remembering(
  'the-hash-is-the-session',
  'Somebody before the edge takes the hash that a session is stored by for the session.',
  { recall: (value, { sessions }) => sessions.find((each) => createHash('sha256').update(each).digest('base64url') === value) },
);

export const signOnIsTheSession = remembering(
  'the-sign-on-is-the-session',
  'Somebody before the edge takes the cookie of the sign-in host for a session on every other host.',
  { recall: (value, { sessions: [newest], signOns }) => (signOns.includes(value) ? newest : undefined) },
);

const token = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/;
export const tokenIsTheSession = remembering(
  'a-token-is-the-session',
  'Somebody before the edge lets in whoever brings a token of the identity provider, wherever in the request it stands.',
  {
    recall: (_held, { sessions: [newest], request }) => (token.test(request.split('\r\n\r\n', 1)[0] ?? '') ? newest : undefined),
    cleaned: (request) =>
      request
        .replace(/^(\S+ [^\s?]*)\?\S*/, (line, place: string) => (token.test(line) ? place : line))
        .replaceAll(/\r\n(?!Cookie)[^\r\n]*/gi, (line) => (token.test(line) ? '' : line)),
  },
);
