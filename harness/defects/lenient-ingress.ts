/** Ingresses that understand what nobody listed: targets that are repaired instead of refused, rows that match what they do not say (I-10, CVE-2026-33494). */
import type { SystemDefect } from './defect.ts';
import { type FindRoute, type ReadTarget, withIngress } from './parts.ts';

/** As a helpful server would: decoded until nothing changes, every slash one slash, dots resolved, and whatever hangs on the path dropped. */
function repaired(target: string): string {
  const path = decoded(target.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/s, ''))
    .replaceAll('\\', '/')
    .replace(/;[^/]*/g, '')
    .replace(/[^ -~].*$/s, '');
  const segments: string[] = [];
  for (const segment of path.split('/'))
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  return `/${segments.join('/')}`;
}

function decoded(path: string): string {
  const next = path
    .replace(/%c0%af/gi, '/')
    .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/%z/gi, '')
    .replace(/z$/, '');
  return next === path ? path : decoded(next);
}

/** What is in form stays as it is. */
const repairing =
  (readTarget: ReadTarget): ReadTarget =>
  (target) => {
    const { query } = readTarget(target);
    return readTarget(query === undefined ? repaired(target) : `${repaired(target)}?${query}`);
  };

export const targetsAreRepaired: SystemDefect = {
  name: 'lenient:ingress.readTarget',
  kind: 'lenient',
  breaks: 'The ingress makes a path out of whatever it is given, and decides on that.',
  plant: (policy) => withIngress(policy, { readTarget: repairing(policy.cloud.ingress.readTarget) }),
};

const finding = (name: string, breaks: string, change: (asked: Parameters<FindRoute>[1]) => Parameters<FindRoute>[1]): SystemDefect => ({
  name: `lenient:ingress.findRoute:${name}`,
  kind: 'lenient',
  breaks,
  plant: (policy) =>
    withIngress(policy, {
      findRoute: (routes, asked) => {
        const { findRoute } = policy.cloud.ingress;
        return findRoute(routes, asked) ?? findRoute(routes, change(asked));
      },
    }),
});

export const anyMethodMatches = finding('any-method', 'A row for GET answers every method that it does not list.', (asked) => ({
  ...asked,
  method: 'GET',
}));
export const anyCaseMatches = finding('any-case', 'A row matches its path in whatever capitals it is written.', (asked) => ({
  ...asked,
  path: asked.path.toLowerCase(),
}));
export const longerPathsMatch = finding('longer-paths', 'A row matches everything below its path, too.', (asked) => ({
  ...asked,
  path: asked.path.replace(/\/[^/]+$/, '') || '/',
}));

export const everyRowIsOpen: SystemDefect = {
  name: 'lenient:ingress.findRoute:open-to-anybody',
  kind: 'lenient',
  breaks: 'Every row is taken for one that anybody may ask for.',
  plant: (policy) =>
    withIngress(policy, {
      findRoute: (routes, asked) => {
        const route = policy.cloud.ingress.findRoute(routes, asked);
        return route && { ...route, access: 'anonymous' };
      },
    }),
};

export const lastingRowsAreMissing: SystemDefect = {
  name: 'lenient:ingress.findRoute:nothing-lasts',
  kind: 'lenient',
  breaks: 'Rows whose answers go on are not found.',
  plant: (policy) =>
    withIngress(policy, {
      findRoute: (routes, asked) =>
        policy.cloud.ingress.findRoute(
          routes.filter(({ streams, upgrades }) => !streams && !upgrades),
          asked,
        ),
    }),
};
