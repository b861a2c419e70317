/** Finds the one row for a request. What no row matches is not there (M-05, M-06). Threat: two readers of one table who disagree about which row it is (CVE-2026-42274, CVE-2026-33808). */
import { isParameter, type Route } from './route.ts';

export type Asked = { readonly host: string; readonly method: string; readonly path: string };
export type FindRoute = <Service extends string>(routes: readonly Route<Service>[], asked: Asked) => Route<Service> | undefined;

/** The most specific row for this host, method and path; undefined when there is none. Everything is compared as it is. */
export const routeFor: FindRoute = (routes, asked) =>
  routes
    .filter((route) => route.host === asked.host && route.method === asked.method && matches(route.path, asked.path))
    .toSorted((one, other) => moreSpecificFirst(one.path, other.path))
    .at(0);

export function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment === given[index] || (isParameter(segment) && given[index] !== ''))
  );
}

/** The first segment in which one is literal and the other is not decides. */
function moreSpecificFirst(one: string, other: string): number {
  const kinds = (path: string): string =>
    path
      .split('/')
      .map((segment) => (isParameter(segment) ? '1' : '0'))
      .join('');
  return kinds(one).localeCompare(kinds(other));
}
