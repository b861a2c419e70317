/** What org admins do about connectors and e-mail domains: judged here, and done once it is on record (N-07, M-11). */
import type { DirectoryAdministration } from '../../../kernel/directory-administration.ts';
import { takeBack } from '../take-back.ts';
import { type AdministrationParts, demandOrder } from './parts.ts';

type Doors = Pick<
  DirectoryAdministration,
  'makeConnector' | 'revokeConnector' | 'resumeConnector' | 'discardConnector' | 'claimDomain' | 'verifyDomain' | 'removeDomain'
>;

export function connectorsAndDomains(parts: AdministrationParts): Doors {
  const { connectors, window, directory, changing } = parts;
  const { domains } = directory;
  const about = (name: string, effect: () => void): { readonly effect: () => void } => {
    demandOrder(parts, { found: connectors.find(name) !== undefined });
    return { effect };
  };
  return {
    makeConnector: (given) => {
      demandOrder(parts, { nameUsable: /^[a-z0-9-]{1,40}$/.test(given.name) });
      return connectors.make(given);
    },
    revokeConnector: (name) => about(name, () => connectors.revoke(name)),
    resumeConnector: (name) =>
      about(name, () => {
        window.forgetAll(name);
        connectors.goOn(name);
      }),
    discardConnector: (name, by) =>
      changing.exclusively(() => {
        const { effect } = about(name, () => {
          connectors.revoke(name);
          window.forgetAll(name);
        });
        return takeBack(parts, name, { by, also: effect });
      }),
    claimDomain: domains.claim,
    verifyDomain: (domain) =>
      domains.verify(domain, () =>
        parts.alarm({
          event: 'directory.alarm.raised',
          code: 'directory.domain.proof-missing',
          says: `An e-mail domain is not verified any more. The proof of ${domain} is gone from the name system: nobody with an address in it is let in.`,
          facts: { domain },
        }),
      ),
    removeDomain: (domain) => {
      demandOrder(parts, { found: domains.list().some((each) => each.domain === domain) });
      return { effect: () => domains.remove(domain) };
    },
  };
}
