/** Reads a request target: there is one form in which we take it, and what departs from it is named, never repaired. RFC 9112 §3.2, RFC 3986 §6.2.2. Threat: a path that one reader decides on and another one resolves (CVE-2019-9901, CVE-2026-33494). */

export type RequestTarget = {
  readonly length: number;
  /** It begins with one slash: no scheme, no authority, no asterisk. RFC 9112 §3.2.1. */
  readonly originForm: boolean;
  /** Decided on, and written to the service: the same bytes. */
  readonly path: string;
  /** Without its question mark; undefined when there is none. */
  readonly query: string | undefined;
  readonly percentInPath: boolean;
  readonly dotSegment: boolean;
  /** A path with two slashes in a row, or one at its end. */
  readonly emptySegment: boolean;
  /** Anything but unreserved characters and the slash; a percent sign is counted above. RFC 3986 §2.3. */
  readonly foreignInPath: boolean;
  readonly foreignInQuery: boolean;
};
export type ReadTarget = (target: string) => RequestTarget;

const foreignInPath = /[^A-Za-z0-9._~/%-]/;
const foreignInQuery = /[^A-Za-z0-9._~%!$&'()*+,;=:@/?-]/;

export const readTarget: ReadTarget = (target) => {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? undefined : target.slice(mark + 1);
  const segments = path.split('/').slice(1);
  return {
    length: target.length,
    originForm: path.startsWith('/'),
    path,
    query,
    percentInPath: path.includes('%'),
    dotSegment: segments.some((segment) => segment === '.' || segment === '..'),
    emptySegment: path !== '/' && segments.includes(''),
    foreignInPath: foreignInPath.test(path),
    foreignInQuery: query !== undefined && foreignInQuery.test(query),
  };
};

/** What is written to the service. */
export const targetText = ({ path, query }: RequestTarget): string => (query === undefined ? path : `${path}?${query}`);
