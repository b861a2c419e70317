/** A proposal of settings with the facts by which it is judged, and the form that it comes from. */
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { SettingsChangeFacts } from './idp-settings.ts';

export type SettingsForm = Readonly<Record<string, string>>;
export type Proposal<Settings extends IdpSettings = IdpSettings> = {
  readonly settings: Settings;
  readonly facts: SettingsChangeFacts;
};
