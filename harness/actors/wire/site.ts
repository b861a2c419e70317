/** How two addresses stand to each other in a browser's eyes: the same origin, the same site, or neither. HTML, "same site". */
import { getPublicSuffix } from 'tough-cookie';

export type Relation = 'same-origin' | 'same-site' | 'cross-site';

/** Sites are compared with their schemes, by the last label before the public suffix: `isolated.test` for every tenant (S4). */
export function relationBetween(one: URL, other: URL): Relation {
  if (one.origin === other.origin) return 'same-origin';
  return one.protocol === other.protocol && siteOf(one.hostname) === siteOf(other.hostname) ? 'same-site' : 'cross-site';
}

const siteOf = (host: string): string => getPublicSuffix(host, { allowSpecialUseDomain: true, ignoreError: true }) ?? host;

const closeness: readonly Relation[] = ['same-origin', 'same-site', 'cross-site'];
/** Over a chain of redirects the most distant relation counts. Fetch Metadata §2.3. */
export const mostDistant = (relations: readonly Relation[]): Relation =>
  closeness[Math.max(0, ...relations.map((relation) => closeness.indexOf(relation)))] ?? 'cross-site';
