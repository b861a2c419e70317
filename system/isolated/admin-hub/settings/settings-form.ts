/** What a form of settings holds, and what is read out of it: settings, with the facts by which they are judged. */
import type { IdpSettings } from '../../../kernel/idp-settings.ts';
import type { SettingsChangeFacts } from './idp-settings.ts';

export type SettingsForm = Readonly<Record<string, string>>;
export type ReadSettings<Settings extends IdpSettings = IdpSettings> = {
  readonly settings: Settings;
  readonly facts: SettingsChangeFacts;
};
