/** A request target as the released rules of the ingress judge it, without the rest of a request. */
import { ingressRules } from '../system/isolated/ingress/request.ts';
import { type RequestTarget, readTarget } from '../system/isolated/ingress/target.ts';
import { judge } from '../system/kernel/rule.ts';

const aboutTargets = ingressRules.filter(({ code }) => /\.(?:target|query)-/.test(code));

/** Its path and query when it is taken; undefined when a rule refuses it. */
export function canonicalTarget(text: string): Pick<RequestTarget, 'path' | 'query'> | undefined {
  const target = readTarget(text);
  const rest = {
    route: undefined,
    changesState: false,
    upgrade: false,
    takesBody: false,
    origin: undefined,
    ownOrigin: '',
    fetchSite: undefined,
    bodyBytes: 0,
  };
  return judge(aboutTargets, { ...rest, target }).allowed ? { path: target.path, query: target.query } : undefined;
}
