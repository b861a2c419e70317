/** A cloud that asks an identity provider once what it says of itself, and believes that for ever (C-03, S18). */
import type { ReferencePolicy } from '../target/reference/index.ts';
import type { SystemDefect } from './defect.ts';

type MakeOutbound = ReferencePolicy['outbound'];
type Request = ReturnType<MakeOutbound>['request'];

/** OIDC Discovery 1.0 §4, SAML Metadata 2.0 §4.1. */
const isDescription = ({ pathname }: URL): boolean =>
  pathname.endsWith('/.well-known/openid-configuration') || pathname.endsWith('/saml/descriptor');

export const descriptionsForEver: SystemDefect = {
  name: 'dependence:descriptions-for-ever',
  kind: 'dependence',
  breaks: 'What an identity provider says of itself is read once, and not again.',
  plant: (policy) => {
    const kept = new Map<string, ReturnType<Request>>();
    const keeping =
      (request: Request): Request =>
      (asked) => {
        if (!isDescription(asked.url)) return request(asked);
        const answer = kept.get(asked.url.href) ?? request(asked);
        kept.set(asked.url.href, answer);
        return answer;
      };
    return { ...policy, outbound: (...given) => ({ request: keeping(policy.outbound(...given).request) }) };
  },
};
