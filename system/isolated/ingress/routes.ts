/** The route table of the ingress: what exists, on which host, and who may ask. What is not in it is not there (M-05, M-06). */

export type Route<Service extends string = string> = {
  readonly host: string;
  readonly method: 'GET' | 'POST';
  /** Literal segments and `:name` for exactly one segment. */
  readonly path: string;
  readonly to: Service;
  /** `anonymous`: on the allowlist for unauthenticated access. `session`: one authentication call decides. */
  readonly access: 'anonymous' | 'session';
  /** The service reads and sets its own cookies; every other service never sees one. */
  readonly ownsCookies?: true;
  /** Called by another site on purpose, so exempt from the origin rules: back-channel logout. */
  readonly calledCrossSite?: true;
};

/** The one route for this host, method and canonical path; undefined when there is none. Query and fragment are not part of `path`. */
export function routeFor<Service extends string>(
  routes: readonly Route<Service>[],
  asked: { readonly host: string; readonly method: string; readonly path: string },
): Route<Service> | undefined {
  return routes.find((route) => route.host === asked.host && route.method === asked.method && matches(route.path, asked.path));
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment === given[index] || (segment.startsWith(':') && given[index] !== ''))
  );
}

const canonicalPath = /^(?:\/|(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]+)+)$/;
const canonicalQuery = /^[A-Za-z0-9._~%!$&'()*+,;=:@/?-]*$/;
const maxTargetCharacters = 8_000;

/**
 * The path of a request target in its one canonical form; undefined when it has another form. RFC 3986 §6.2.2, RFC 9112 §3.2.1.
 * No percent-encoding, dot segment, empty segment, backslash or matrix parameter in the path, no absolute form.
 */
export function canonicalTarget(target: string): { readonly path: string; readonly query: string } | undefined {
  const [path = '', ...rest] = target.split('?');
  const query = rest.join('?');
  const isCanonical = target.length <= maxTargetCharacters && canonicalPath.test(path) && canonicalQuery.test(query);
  return isCanonical ? { path, query } : undefined;
}
