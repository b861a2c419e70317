/** Which request targets pass to the identity provider: one realm's own paths and the shared page resources; its admin, its other realms and its test doors stay inside (S24). */

/**
 * True for `/realms/<realm>/…` and `/resources/…` in plain form. Anything that two parsers could read differently is refused:
 * absolute-form, dot segments, path parameters, empty segments, backslashes, and an encoded delimiter or control character.
 */
export function passesToIdp(target: string, realm: string): boolean {
  const [path = ''] = target.split('?', 1);
  if (!/^(\/[A-Za-z0-9._~!$&'()*+,=:@%-]+)+\/?$/.test(path)) return false;
  const segments = path.split('/').slice(1).map(decodedOnce);
  if (segments.some((segment) => segment === undefined || !isPlain(segment))) return false;
  const [first, second, third] = segments;
  if (first === 'resources') return Boolean(second);
  return first === 'realms' && second === realm && Boolean(third);
}

function decodedOnce(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isPlain(segment: string): boolean {
  const dots = segment === '.' || segment === '..';
  return !dots && !/[/\\;%?#\p{Cc}]/u.test(segment) && !segment.toLowerCase().startsWith('testing-');
}
