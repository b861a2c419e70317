/** A realm of the embedded identity provider as its operations see it: whom to ask, and what is demanded of every answer. */
import { isDeepStrictEqual } from 'node:util';
import type { RealmSettings, RealmState } from '../../../fakes/index.ts';
import type { Upstream } from './ask.ts';
import type { ControlChannel } from './control-channel.ts';

export type RealmAtHand = {
  readonly name: string;
  readonly issuer: URL;
  /** Asked each time: a restart changes both. */
  channel(): ControlChannel;
  upstream(): Upstream;
};

/** Throws where an operation did not take; what it says holds no secret. */
export function confirm(took: boolean, what: string): void {
  if (!took) throw new Error(`the embedded identity provider did not take it: ${what}`);
}

export const stateOf = ({ channel, name }: RealmAtHand): Promise<RealmState> => channel().ask('state', { realm: name });

/** Sets what is named, and reads it back. */
export async function changeSettings(realm: RealmAtHand, change: Partial<RealmSettings>): Promise<void> {
  await realm.channel().ask('change-settings', { realm: realm.name, change });
  const { settings } = await stateOf(realm);
  const names = Object.keys(change) as (keyof RealmSettings)[];
  confirm(
    names.every((name) => isDeepStrictEqual(settings[name], change[name])),
    `${names.join(', ')} is not what was asked for`,
  );
}
