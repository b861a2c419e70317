/** Ends sessions from elsewhere: the directory's word, rotated trust, the identity provider's logout (I-08, C-04, S10). */
import type { EndReason, SessionEnds } from '../../kernel/sessions.ts';
import type { Parts } from './parts.ts';
import type { Named } from './stored/sign-ons.ts';

export function sessionEnds({ signOns, trust, policy }: Parts): SessionEnds {
  const end = (named: readonly Named[], ended: EndReason): number => {
    for (const { handle } of named) signOns.change(handle, { ended });
    return named.length;
  };
  return {
    endAllOf: (subject, because) => end(signOns.of(subject), because),
    endAll: trust.rotate,
    endAllBefore: trust.endBefore,
    endByIdpSession: ({ issuer, sid, idpSubject }) => {
      if (sid === undefined && idpSubject === undefined) return 0;
      const named = sid === undefined ? signOns.all() : signOns.ofIdpSession(issuer, sid);
      const meant = named.filter(({ signOn: { idpSession } }) => policy.isMeantByIdp(idpSession, { issuer, sid, idpSubject }));
      return end(meant, 'ended-by-idp');
    },
    privilegesChanged: (subject) => {
      const named = signOns.of(subject);
      for (const { handle } of named) signOns.change(handle, { renewalDue: true });
      return named.length;
    },
  };
}
