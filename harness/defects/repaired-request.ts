/** Makes a request of whatever it is given, as a reader does that wants to be of help: the opposite of RFC 9112 §2.2. */

/** All of it Latin-1. Undefined while more may come; `over` says that nothing more does. */
export function repairedRequest(text: string, over: boolean): string | undefined {
  const asked = text.replace(/^PRI \* HTTP\/2\.0\r\n\r\nSM\r\n\r\n/, '');
  const end = /\r\n\r\n/.exec(asked);
  if (!end && !over) return undefined;
  const [line = '', ...lines] = asked.slice(0, end?.index).split(/\r\n/);
  const headers = lines.map(headerIn).filter(([name, value]) => isName.test(name) && value.length <= longestValue);
  const body = end ? bodyOf(headers, { came: asked.slice(end.index + end[0].length), over }) : '';
  if (body === undefined) return undefined;
  const kept = headers.filter(([name]) => !framing.test(name));
  const written = [...kept, ...(body === '' ? [] : [['Content-Length', String(body.length)] as const])];
  return [requestLine(line), ...written.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}

type Header = readonly [name: string, value: string];
const isName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const longestValue = 8_192;
const framing = /^(content-length|transfer-encoding)$/i;

function headerIn(line: string): Header {
  const colon = line.indexOf(':');
  return [
    line.slice(0, Math.max(colon, 0)).trim(),
    line
      .slice(colon + 1)
      .replace(/[^ -~\u0080-\u00ff]/g, ' ')
      .trim(),
  ];
}

/** The first two words count; who asks for a tunnel is shown the front page. */
function requestLine(line: string): string {
  const [method = '', target = ''] = line.split(' ');
  const known = method.toUpperCase();
  return known === 'CONNECT' ? 'GET / HTTP/1.1' : `${known} ${target} HTTP/1.1`;
}

/** As long as the first number says that anybody can make out, or in chunks when any coding says so, or whatever came. */
function bodyOf(headers: readonly Header[], { came, over }: { readonly came: string; readonly over: boolean }): string | undefined {
  const said = (wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  if (/chunked/i.test(said('transfer-encoding') ?? '')) return over || came.endsWith('0\r\n\r\n') ? withoutChunks(came) : undefined;
  const length = said('content-length');
  if (length === undefined) return '';
  const bytes = Number.isNaN(Number(length)) ? Number.parseInt(length, 10) : Number(length);
  if (length !== '' && came.length >= bytes) return came.slice(0, bytes);
  return over ? came : undefined;
}

function withoutChunks(text: string): string {
  const [, digits = '0', rest = ''] = /^([0-9a-f]+)[^\r\n]*\r\n(.*)$/is.exec(text) ?? [];
  const size = Number.parseInt(digits, 16);
  return size === 0 ? '' : rest.slice(0, size) + withoutChunks(rest.slice(size + 2));
}
