/** What AdminHub says about one refusal code: what it means, what repairs it, and where. */
import type { IdpSettings } from '../../../kernel/idp-settings.ts';

/** Where the repair is made. */
export type Repair =
  /** A setting of ours: `field` is its name in the form. */
  | { readonly at: 'our-settings'; readonly field: string }
  /** At the identity provider: what is set here tells what is expected there. */
  | { readonly at: 'identity-provider' }
  /** The domain allowlist, which Support keeps (B-09). */
  | { readonly at: 'support' }
  /** With the person, in the directory: a fact of the record says who it is. */
  | { readonly at: 'people' }
  /** Among the e-mail domains. */
  | { readonly at: 'domains' }
  /** The person begins anew; no setting is wrong. */
  | { readonly at: 'nobody' }
  /** Nothing that goes wrong by itself: somebody forges, replays or alters. */
  | { readonly at: 'attack' };

/** What was expected by the settings in force, or by the draft that was tested, and the fact of the record that holds what came instead. */
export type Comparison = { readonly what: string; readonly received: string; expected(settings: IdpSettings): string };

export type DiagnosisEntry = {
  readonly means: string;
  readonly change: string;
  readonly repair: Repair;
  readonly compares?: Comparison;
};
export type Diagnoses = Readonly<Record<string, DiagnosisEntry>>;

export const ourSetting = (field: string, means: string, change: string): DiagnosisEntry => ({
  means,
  change,
  repair: { at: 'our-settings', field },
});
export const atIdp = (means: string, change: string): DiagnosisEntry => ({ means, change, repair: { at: 'identity-provider' } });
export const support = (means: string, change: string): DiagnosisEntry => ({ means, change, repair: { at: 'support' } });
export const startAgain = (means: string): DiagnosisEntry => ({
  means,
  change: 'Nothing has to be changed: the person opens the product again.',
  repair: { at: 'nobody' },
});
/** `means` says what was tried. */
export const attack = (means: string): DiagnosisEntry => ({
  means,
  change:
    'No setting repairs this. Once may be a broken identity provider; if it comes again, or to several people, treat the identity provider as compromised.',
  repair: { at: 'attack' },
});
export const comparing = (entry: DiagnosisEntry, compares: Comparison): DiagnosisEntry => ({ ...entry, compares });

/** Each entry under the code that it belongs to. */
export const under = (artefact: string, entries: Diagnoses): Diagnoses =>
  Object.fromEntries(Object.entries(entries).map(([reason, entry]) => [`${artefact}.${reason}`, entry]));
