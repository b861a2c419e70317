/** The header fields of one message as an intermediary handles them: in their order, as they were written, and only those that go further than one hop. RFC 9110 §7.6.1. */

export type Field = readonly [name: string, value: string];

/** Names are compared without regard to case. The first one counts; undefined when there is none. */
export const fieldOf = (fields: readonly Field[], name: string): string | undefined =>
  fields.find(([each]) => each.toLowerCase() === name)?.[1];

/** The same fields with this one, once, in the place of whatever had its name. */
export const withField = (fields: readonly Field[], name: string, value: string): readonly Field[] => [
  ...fields.filter(([each]) => each.toLowerCase() !== name.toLowerCase()),
  [name, value],
];

const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect']);

/** Without those of this hop, and those that Connection names. `rawHeaders` is what Node gives: names and values in turn. */
export function endToEnd(rawHeaders: readonly string[]): readonly Field[] {
  const fields = Array.from(
    { length: rawHeaders.length / 2 },
    (_, index): Field => [rawHeaders[2 * index] ?? '', rawHeaders[2 * index + 1] ?? ''],
  );
  const listed = fields
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(/\s*,\s*/));
  return fields.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !listed.includes(name.toLowerCase()));
}
