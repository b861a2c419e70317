/** Whether a browser would show this answer in a frame of another page. CSP Level 3 §6.4.2 (`frame-ancestors`), and HTML §7.7 (`X-Frame-Options`) where there is no such directive. */

/** Of a page of `framer`, which stands in no other frame itself. Every policy of the answer has to allow it. */
export function mayBeFramed(
  headers: Readonly<Record<string, string>>,
  { url, framer }: { readonly url: URL; readonly framer: URL },
): boolean {
  const policies = (headers['content-security-policy'] ?? '').split(',').flatMap((policy) => directive(policy) ?? []);
  if (policies.length > 0) return policies.every((sources) => sources.some((source) => allows(source, { url, framer })));
  const option = headers['x-frame-options']?.trim().toUpperCase();
  return option === undefined || (option === 'SAMEORIGIN' && url.origin === framer.origin);
}

/** The sources of the first directive of that name; undefined when the policy has none. */
function directive(policy: string): readonly (readonly string[])[] | undefined {
  const found = policy
    .split(';')
    .map((each) => each.trim().split(/\s+/))
    .find(([name = '']) => name.toLowerCase() === 'frame-ancestors');
  return found && [found.slice(1)];
}

/** Origins by their whole text, `'self'`, and a star for any; what else a browser knows is not written by anybody here, and allows nothing. */
function allows(source: string, { url, framer }: { readonly url: URL; readonly framer: URL }): boolean {
  if (source === '*') return true;
  if (source.toLowerCase() === "'self'") return url.origin === framer.origin;
  return URL.canParse(source) && new URL(source).origin === framer.origin;
}
