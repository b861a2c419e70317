/** Deviations of SAML responses, as changes of the page that takes one along: signed with the realm's own key, unless the signature is what departs. */
import {
  answerForOneUse,
  type DepartedAnswer,
  honestSamlAnswer,
  type NeededAnswer,
  type SamlAnswer,
  type SamlKit,
  type SamlResponseDeviation,
} from '../../fakes/deviations/saml-responses/response.ts';
import { samlResponseDeviations } from '../../fakes/deviations/saml-responses.ts';
import { certifyRsaKey } from '../authority/x509.ts';
import type { Rewriter } from '../fault-proxy/rewriting/rewriters.ts';
import { samlFormIn, withSamlForm } from '../fault-proxy/rewriting/saml-form.ts';
import type { Realm } from '../idp/driver.ts';
import { stranger } from './kit.ts';
import type { DeviationNames } from './listed.ts';
import type { OrHonest } from './rewriters.ts';

export type { NeededAnswer, SamlAnswer, SamlKit };

const deviationNamed = (name: DeviationNames['samlResponse']): SamlResponseDeviation => samlResponseDeviations[name];

/** Which other answer a deviation takes out of its kit; none for most. */
export const samlNeededBy = (name: DeviationNames['samlResponse']): NeededAnswer | undefined => deviationNamed(name).needs;

const validity = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2046, 0, 1) };
let certificates: Promise<string> | undefined;

/** For the realm as it signs right now. `answers` are those that the deviation needs; asking for another throws. */
export async function samlKit(
  realm: Pick<Realm, 'signingKey' | 'saml'>,
  { nowMs, answers }: { readonly nowMs: number; readonly answers: Partial<Record<NeededAnswer, SamlAnswer>> },
): Promise<SamlKit> {
  const [{ privateKeyPem }, certificatePem, nobody] = await Promise.all([realm.signingKey(), realm.saml.certificatePem(), stranger()]);
  certificates ??= certifyRsaKey('Stranger', nobody.rsa.privateKeyPem, validity);
  const demanded = (name: NeededAnswer): SamlAnswer => {
    const answer = answers[name];
    if (answer === undefined) throw new TypeError(`there is no answer ${name} to make this deviation of`);
    return answer;
  };
  return {
    key: { privateKeyPem, certificatePem },
    stranger: { privateKeyPem: nobody.rsa.privateKeyPem, certificatePem: await certificates },
    nowMs,
    get ofSomebodyElse() {
      return demanded('ofSomebodyElse');
    },
    get used() {
      return demanded('used');
    },
    get usedOnce() {
      return demanded('usedOnce');
    },
  };
}

/** The answer in the form of the page, changed by `make`; a page without one passes as it came. */
const rewriting = (change: string, make: (honest: SamlAnswer) => DepartedAnswer): Rewriter => ({
  kind: 'saml',
  change,
  rewrite(answer) {
    const form = samlFormIn(answer);
    if (!form) return undefined;
    const { xml, relayState, encoded } = make({
      xml: Buffer.from(form.SAMLResponse, 'base64').toString('utf8'),
      relayState: form.RelayState,
    });
    return withSamlForm(answer, { SAMLResponse: encoded ?? Buffer.from(xml).toString('base64'), RelayState: relayState });
  },
});

const unchanged = "the identity provider's answer was taken apart and put together as it was";

export function samlResponseRewriter(name: OrHonest<'samlResponse'>, kit: SamlKit): Rewriter {
  if (name === 'honest') return rewriting(unchanged, (honest) => honestSamlAnswer(honest, kit));
  const { title, make } = deviationNamed(name);
  return rewriting(`the identity provider's answer departs: ${title}`, (honest) => make(honest, kit));
}

/** Looks at a good answer, which goes on as it came, or saying that it is for one use only. */
export const watchingSamlAnswer = (look: (answer: SamlAnswer) => void, forOneUse?: Pick<SamlKit, 'key'>): Rewriter =>
  rewriting(unchanged, (honest) => {
    const sent = forOneUse ? answerForOneUse(honest, forOneUse) : honest;
    look(sent);
    return sent;
  });

/** Stops a person on the way back, with their good answer in hand. */
export const keepingSamlAnswer = (keep: (answer: SamlAnswer) => void): Rewriter => ({
  kind: 'saml',
  change: 'somebody kept their answer of the identity provider to themselves',
  rewrite(answer) {
    const form = samlFormIn(answer);
    if (!form) return undefined;
    keep({ xml: Buffer.from(form.SAMLResponse, 'base64').toString('utf8'), relayState: form.RelayState });
    return { ...answer, body: '<!doctype html><title>Kept</title>' };
  },
});
