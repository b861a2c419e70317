/** Ends sessions from elsewhere: the directory's word, rotated trust, the identity provider's logout (I-08, C-04, S10). */
import type { EndReason, IdpSaid, SessionEnds } from '../../kernel/sessions.ts';
import type { Parts } from './parts.ts';
import type { Named } from './stored/sign-ons.ts';

export function sessionEnds({ signOns, trust, policy }: Parts): SessionEnds {
  const end = (named: readonly Named[], ended: EndReason): number => {
    for (const { handle } of named) signOns.change(handle, { ended });
    return named.length;
  };
  const meant = (said: IdpSaid): readonly Named[] => {
    if (said.sid === undefined && said.idpSubject === undefined) return [];
    const named = said.sid === undefined ? signOns.all() : signOns.ofIdpSession(said.issuer, said.sid);
    return named.filter(({ signOn: { idpSession } }) => policy.isMeantByIdp(idpSession, said));
  };
  return {
    endAllOf: (subject, because) => end(signOns.of(subject), because),
    endAll: trust.rotate,
    endAllBefore: trust.endBefore,
    meantByIdp: (said) => meant(said).map(({ handle }) => handle),
    endByIdpSession: (said) => end(meant(said), 'ended-by-idp'),
    privilegesChanged: (subject) => {
      const named = signOns.of(subject);
      for (const { handle } of named) signOns.change(handle, { renewalDue: true });
      return named.length;
    },
  };
}
