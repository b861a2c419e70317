/** Gathers the facts of a logout token. OIDC Back-Channel Logout 1.0 §2.4, §2.6. */
import type { OidcSettings } from '../../../../kernel/idp-settings.ts';
import { audienceFacts, isText, named, timeFacts } from '../claim-facts.ts';
import type { CompactJws } from '../compact-jws.ts';
import { headerFacts } from '../header-facts.ts';
import type { KeyFacts } from '../id-token/facts.ts';
import { isObject } from '../strict-json.ts';
import type { LogoutTokenFacts } from './rules.ts';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

type Surroundings = {
  readonly settings: OidcSettings;
  readonly key: KeyFacts;
  readonly signatureRight: boolean;
  readonly usedBefore: boolean;
  readonly nowSeconds: number;
};

export function logoutTokenFacts(jws: CompactJws, { settings, ...judgedBefore }: Surroundings): LogoutTokenFacts {
  const { form, namesRepeated, claims } = jws;
  const { events, sub, sid, jti } = claims;
  const texts = [sub, sid].filter((value) => value !== undefined);
  return {
    ...judgedBefore,
    form,
    namesRepeated,
    header: headerFacts(jws, { types: ['logout+jwt', 'jwt'], algorithm: settings.idTokenAlgorithm }),
    issuer: named(claims.iss, settings.issuer),
    audience: audienceFacts(claims, settings.clientId),
    times: timeFacts(claims),
    logoutEvent: isObject(events) && isObject(events[logoutEvent]),
    nonceGiven: claims.nonce !== undefined,
    whoGiven: texts.length > 0 && texts.every(isText),
    idGiven: isText(jti),
  };
}
