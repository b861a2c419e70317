/** What may be handed to the library that reads SCIM: JSON of bounded depth, and filters in which every quote ends. Threat: its filter reader needs time beyond all bounds for a quote that does not end, and a deep or broad document ends a reader that follows it by calls. RFC 7644 §3.4.2.2. */

const maxJsonDepth = 20;
/** Longer than any connector writes. */
const longestFilter = 1_000;
const deepestFilter = 10;
/** Printable, and each quote ended, with nothing escaped but a quote or a backslash at most. One way to match each character: linear. */
const plainFilter = /^(?:[^"\\\p{Cc}]|"(?:[^"\\\p{Cc}]|\\["\\]){0,200}")*$/u;

/** One pass, without a call for each level. */
export function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= maxJsonDepth; depth += 1) {
    if (level.length === 0) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? (Object.values(each) as readonly unknown[]) : []));
  }
  return level.length === 0;
}

/** A filter, or the path of a patch, that is safe to read. */
export function isReadableFilter(text: string): boolean {
  if (text.length > longestFilter || !plainFilter.test(text)) return false;
  const outside = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return (outside.match(/[([]/g) ?? []).length <= deepestFilter;
}

/** Every path of a patch is safe to read. */
export const pathsAreReadable = (patch: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(patch)
    .filter(([name]) => name.toLowerCase() === 'operations')
    .flatMap(([, operations]) => (Array.isArray(operations) ? (operations as readonly unknown[]) : []))
    .flatMap((operation) => (typeof operation === 'object' && operation !== null ? Object.entries(operation) : []))
    .every(([name, path]) => name.toLowerCase() !== 'path' || (typeof path === 'string' && isReadableFilter(path)));
