/** Reads answers off a connection as they stand in its bytes, each to its own end. RFC 9112 §6.3. */

/** Header names in lower case; a name that comes twice keeps its first value. */
export type RawAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** All whole answers in `text` (Latin-1). An answer without a length goes on to the end of the connection: it is whole when `ended`. Interim answers are not counted. */
export function answersIn(text: string, ended: boolean): readonly RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = text;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return answers;
    const { status, headers } = headOf(rest.slice(0, end));
    const whole = bodyOf({ status, headers }, rest.slice(end + 4), ended);
    if (!whole) return answers;
    if (status >= 200 || status === 101) answers.push({ status, headers, body: whole.body });
    rest = whole.rest;
  }
}

function headOf(head: string): Pick<RawAnswer, 'status' | 'headers'> {
  const [line = '', ...fields] = head.split('\r\n');
  const named = fields.map((field) => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()] as const;
  });
  return { status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(line)?.[1] ?? 0), headers: Object.fromEntries(named.toReversed()) };
}

type Whole = { readonly body: string; readonly rest: string };
function bodyOf({ status, headers }: Pick<RawAnswer, 'status' | 'headers'>, text: string, ended: boolean): Whole | undefined {
  if (status === 204 || status === 304 || (status >= 100 && status < 200)) return { body: '', rest: text };
  const length = headers['content-length'];
  if (length !== undefined)
    return text.length >= Number(length) ? { body: text.slice(0, Number(length)), rest: text.slice(Number(length)) } : undefined;
  if (/chunked/i.test(headers['transfer-encoding'] ?? '')) return chunks(text);
  return ended ? { body: text, rest: '' } : undefined;
}

function chunks(text: string): Whole | undefined {
  let body = '';
  let rest = text;
  for (;;) {
    const line = /^([0-9a-f]+)[^\r\n]*\r\n/i.exec(rest);
    if (!line) return undefined;
    const size = Number.parseInt(line[1] ?? '0', 16);
    const from = line[0].length;
    if (rest.length < from + size + 2) return undefined;
    body += rest.slice(from, from + size);
    rest = rest.slice(from + size + 2);
    if (size === 0) return { body, rest };
  }
}
