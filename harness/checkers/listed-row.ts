/** Which row of a route table a request belongs to, found by another way than the ingress finds it: a walk down a tree of segments, in which a literal segment is tried before a parameter (M-05, C-07). */
import type { ListedRoute } from '../target/operations.ts';

export type Asked = { readonly host: string; readonly method: string; readonly path: string };
export type FindRow = (asked: Asked) => ListedRoute | undefined;

type Branch = { row?: ListedRoute; readonly literal: Map<string, Branch>; parameter?: Branch };
const branch = (): Branch => ({ literal: new Map() });

/** What may stand for a parameter: one segment of unreserved characters that is no step up or down. RFC 3986 §2.3, §3.3. */
const value = /^(?!\.{1,2}$)[A-Za-z0-9._~-]+$/;

/** Of several rows that match, the one that is literal earlier. */
export function rowsByPlace(rows: readonly ListedRoute[]): FindRow {
  const roots = new Map<string, Branch>();
  for (const row of rows) {
    const root = roots.get(rootOf(row)) ?? branch();
    roots.set(rootOf(row), root);
    grown(root, segmentsOf(row.path)).row = row;
  }
  return (asked) => {
    const root = roots.get(rootOf(asked));
    return root && asked.path.startsWith('/') ? walked(root, segmentsOf(asked.path)) : undefined;
  };
}

const rootOf = ({ host, method }: Pick<Asked, 'host' | 'method'>): string => `${method} ${host}`;
const segmentsOf = (path: string): readonly string[] => path.slice(1).split('/');

function grown(from: Branch, [segment, ...rest]: readonly string[]): Branch {
  if (segment === undefined) return from;
  const next = segment.startsWith(':') ? (from.parameter ?? branch()) : (from.literal.get(segment) ?? branch());
  if (segment.startsWith(':')) from.parameter = next;
  else from.literal.set(segment, next);
  return grown(next, rest);
}

function walked(from: Branch, [segment, ...rest]: readonly string[]): ListedRoute | undefined {
  if (segment === undefined) return from.row;
  const literal = from.literal.get(segment);
  const byParameter = value.test(segment) ? from.parameter : undefined;
  return (literal && walked(literal, rest)) ?? (byParameter && walked(byParameter, rest));
}
