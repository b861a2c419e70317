/** Makes the session cookie out of whatever looks like one, as readers of cookies do that want to be of help: the opposite of RFC 6265 §8.6. */

const sessionName = '__Host-session';
const looksLikeIt = /^(?:__host-|__secure-)?session$/i;
const idLength = 43;

/** A whole request, with one line of cookies at most. `counts`: which of several. */
export const withSessionCookie = (request: string, counts: 'first' | 'last'): string =>
  request.replace(/\r\nCookie: ([^\r\n]*)/i, (line, cookies: string) => {
    const values = cookies.split(';').flatMap(sessionIn);
    const value = values.at(counts === 'first' ? 0 : -1);
    return value === undefined ? line : `\r\nCookie: ${sessionName}=${value}`;
  });

/** With or without its prefix, in any capitals, without a name of its own; the value without quotes, decoded, and as long as an id. */
function sessionIn(pair: string): readonly string[] {
  const [, name = '', value = ''] = /^[\s=]*([^=]+)=(.*)$/.exec(pair) ?? [];
  return looksLikeIt.test(name.trim()) ? [decodeURIComponent(value.trim().replaceAll('"', '')).slice(0, idLength)] : [];
}
