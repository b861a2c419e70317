/** A SAML response on its way through a browser, changed in one thing and signed again: what every deviation starts from. SAML Bindings 2.0 §3.5.4. */
import { resigned, type SamlSigningKey } from '../../saml/index.ts';
import type { Deviation } from '../deviation.ts';
import { attributeIn, type Change, inElement, lastIn } from './text.ts';

/** The two fields of the form; `relayState` is undefined when there is none. */
export type SamlAnswer = { readonly xml: string; readonly relayState: string | undefined };
/** `encoded` is sent instead of base64 of the text. */
export type DepartedAnswer = SamlAnswer & { readonly encoded?: string };

/** What is at hand beside the honest answer. Asking for more than a deviation says that it needs throws. */
export type SamlKit = {
  /** The realm's own. */
  readonly key: SamlSigningKey;
  readonly stranger: SamlSigningKey;
  /** By the target's clock. */
  readonly nowMs: number;
  /** A valid answer to somebody else's attempt, which was never brought. */
  readonly ofSomebodyElse: SamlAnswer;
  /** An answer that was brought before. */
  readonly used: SamlAnswer;
  /** The same, and it said that it was for one use only. */
  readonly usedOnce: SamlAnswer;
};
export type NeededAnswer = 'ofSomebodyElse' | 'used' | 'usedOnce';

export type SamlResponseDeviation = Deviation<(honest: SamlAnswer, kit: SamlKit) => DepartedAnswer> & { readonly needs?: NeededAnswer };
export type SamlResponseDeviations = Readonly<Record<string, SamlResponseDeviation>>;

export const responseIdOf = (xml: string): string => attributeIn(xml, 'samlp:Response', 'ID') ?? '';
export const assertionIdOf = (xml: string): string => attributeIn(xml, 'saml:Assertion', 'ID') ?? '';

/** Both signatures anew, by the realm's own key: first the assertion's, then that of the response around it. */
export const signedAgain = (xml: string, { key }: Pick<SamlKit, 'key'>): string =>
  resigned(resigned(xml, assertionIdOf(xml), { key }), responseIdOf(xml), { key });

/** The honest twin of all: the same response, signed anew. */
export const honestSamlAnswer = (honest: SamlAnswer, kit: Pick<SamlKit, 'key'>): SamlAnswer => ({
  ...honest,
  xml: signedAgain(honest.xml, kit),
});

/** The same, and it says that it is for one use only. SAML Core 2.0 §2.5.1.5. */
export const answerForOneUse = (honest: SamlAnswer, kit: Pick<SamlKit, 'key'>): SamlAnswer =>
  honestSamlAnswer({ ...honest, xml: lastIn('saml:Conditions', '<saml:OneTimeUse></saml:OneTimeUse>')(honest.xml) }, kit);

type Make = SamlResponseDeviation['make'];
/** Changes around the assertion, or anywhere, which are then validly signed. */
export const andSigned =
  (change: (xml: string, kit: SamlKit) => string): Make =>
  (honest, kit) => ({ ...honest, xml: signedAgain(change(honest.xml, kit), kit) });

/** Changes within the assertion, which are then validly signed. */
export const assertionWith = (change: (kit: SamlKit) => Change): Make =>
  andSigned((xml, kit) => inElement('saml:Assertion', change(kit))(xml));

/** What somebody without a key can do: it was signed, and changed after that. */
export const afterSigning =
  (change: (xml: string, kit: SamlKit) => string): Make =>
  (honest, kit) => ({ ...honest, xml: change(signedAgain(honest.xml, kit), kit) });

/** Whole seconds and a `Z`, as everybody writes them. SAML Core 2.0 §1.3.3. */
export const instant = (atMs: number): string => new Date(atMs).toISOString();
