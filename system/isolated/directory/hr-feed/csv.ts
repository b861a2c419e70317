/** Reads comma-separated values: quotes, doubled quotes, line ends within quotes, and nothing that is only nearly one. RFC 4180 §2. */

/** Each line as its fields; a quote that does not end, or that ends in the middle of a field, is told with the number of its line. */
export type Csv = { readonly lines: readonly (readonly string[])[]; readonly broken: readonly string[] };

/** LF is taken as a line's end, too; a CR alone is a character like any other. */
export function readCsv(text: string): Csv {
  const lines: string[][] = [];
  const broken: string[] = [];
  let fields: string[] = [];
  let at = 0;
  const endLine = (): void => {
    lines.push(fields);
    fields = [];
  };
  while (at < text.length) {
    const { field, next, problem } = text[at] === '"' ? quoted(text, at) : plain(text, at);
    if (problem) broken.push(`line ${lines.length + 1}: ${problem}`);
    fields.push(field);
    at = next;
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) fields.push('');
      continue;
    }
    endLine();
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (fields.length > 0) endLine();
  return { lines, broken };
}

type Read = { readonly field: string; readonly next: number; readonly problem?: string };

function plain(text: string, from: number): Read {
  let at = from;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n' && !text.startsWith('\r\n', at)) at += 1;
  const field = text.slice(from, at);
  return field.includes('"') ? { field, next: at, problem: 'a quote within a field that does not begin with one' } : { field, next: at };
}

function quoted(text: string, from: number): Read {
  let field = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return { field: field + text.slice(at), next: text.length, problem: 'a quote that does not end' };
    field += text.slice(at, end);
    at = end + 1;
    if (text[at] !== '"') break;
    field += '"';
    at += 1;
  }
  const ended = at === text.length || text[at] === ',' || text[at] === '\n' || text.startsWith('\r\n', at);
  if (ended) return { field, next: at };
  const rest = plain(text, at);
  return { field: field + rest.field, next: rest.next, problem: 'something behind a quoted field' };
}
