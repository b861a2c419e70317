/** Where somebody who looks for an unlisted door would knock: every place of the route table by every method, what people leave lying about, and what lies beside every place (S25, M-05). */
import type { JudgeKnock, Knock } from '../actors/sweep-acts.ts';
import type { ListedRoute } from '../target/operations.ts';
import type { World } from './scenario.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'SEARCH'] as const;
/** Consoles, health and metrics, files that are left behind, what frameworks bring along, and the paths that our own parts call each other by. */
const words = [
  'admin administrator api api/v1 api/v2 graphql login logout signin sign-in register setup install console dashboard',
  'health healthz livez readyz ready status ping metrics stats debug debug/pprof trace info version actuator actuator/env server-status',
  '.env .git/config .git/HEAD .htaccess .well-known/openid-configuration .well-known/security.txt .DS_Store backup.zip dump.sql config.json',
  'robots.txt favicon.ico sitemap.xml index.html static assets public x.map swagger.json openapi.json docs',
  'decide registration-links realms/master auth oauth2/token token userinfo jwks callback/x internal _internal test dev tmp uploads phpinfo.php wp-admin cgi-bin',
].flatMap((line) => line.split(' ').map((word) => `/${word}`));

const hostNames = ['tracker', 'wiki', 'admin', 'login'] as const;
const unlisted = 'ingress.request.route-not-listed';

/** A parameter of a row stands for this. */
const example = (path: string): string =>
  path
    .split('/')
    .map((segment) => (segment.startsWith(':') ? 'x' : segment))
    .join('/');

/** Every place of the table by every method on its host, and every word and every neighbour of a place by GET on every host. */
export function placesToKnockAt({ target }: World, routes: readonly ListedRoute[]): readonly Knock[] {
  const paths = (host: (typeof hostNames)[number]): readonly string[] => [
    ...new Set(routes.filter((route) => route.host === target.origins[host].host).map(({ path }) => example(path))),
  ];
  const all = hostNames.flatMap((host) => {
    const elsewhere = hostNames.filter((other) => other !== host).flatMap(paths);
    const beside = paths(host).flatMap((path) => [
      `${path === '/' ? '' : path}/x`,
      path.slice(0, -1).replace(/\/$/, '') || '/x',
      `${path}x`,
    ]);
    const asked = paths(host).flatMap((path) => methods.map((method) => ({ host, method, path })));
    return [...asked, ...[...words, ...elsewhere, ...beside].map((path) => ({ host, method: 'GET', path }))];
  });
  return [...new Map(all.map((knock) => [`${knock.method} ${knock.host}${knock.path}`, knock])).values()];
}

/** What is not in the table is refused as such; what is in it opens only where the table says that anybody may ask. */
export const judgedByTable =
  ({ target }: World, routes: readonly ListedRoute[]): JudgeKnock =>
  ({ host, method, path }, { status, code }) => {
    const row = routes.find((each) => each.host === target.origins[host].host && each.method === method && matches(each.path, path));
    if (!row) return code === unlisted ? undefined : `not in the table, and answered ${status} (${code})`;
    if (code === unlisted) return 'in the table, and refused as if it were not';
    return row.access !== 'anonymous' && code === 'allowed' ? `opened without a session (${status})` : undefined;
  };

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}$`).test(path);
