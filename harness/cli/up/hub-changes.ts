/** What people changed on AdminHub while a fault was there, read from the audit logs: it outlives the fault, and what was a repair then may lock everybody out. */
import { cloudSettings, type Fault } from '../../faults/index.ts';
import type { Realm } from '../../idp/driver.ts';
import type { Target } from '../../target/target.ts';

/** How often each was done since the world is up. */
export type HubChanges = { readonly settings: number; readonly strikes: number };

const newSettings = ['admin-hub.idp-settings.activated', 'admin-hub.idp-settings.rolled-back'];
const strike = 'admin-hub.key.struck-out';

export async function hubChanges({ auditRecords }: Pick<Target, 'auditRecords'>): Promise<HubChanges> {
  const done = (await auditRecords()).filter(({ code }) => code === 'allowed');
  return {
    settings: done.filter(({ event }) => newSettings.includes(event)).length,
    strikes: done.filter(({ event }) => event === strike).length,
  };
}

type Meanwhile = { readonly before: HubChanges; readonly after: HubChanges };

/** For people, after a heal: what AdminHub needs from now on. No line when nothing was changed there. */
export function hubAfterHeal({ setting }: Pick<Fault, 'setting'>, realm: Realm, { before, after }: Meanwhile): readonly string[] {
  const lines: string[] = [];
  if (after.settings > before.settings) {
    lines.push('On AdminHub the settings were changed meanwhile: what was right for the fault may be wrong now.');
    const byHand = setting && `, or set there:\n  ${cloudSettings[setting].label}: ${cloudSettings[setting].seeded(realm)}`;
    lines.push(`If people cannot sign in, roll back there to the version from before${byHand ?? '.'}`);
  }
  if (after.strikes > before.strikes)
    lines.push(
      'A key was struck out there meanwhile, and stays so, rolled back or not. If it is the one that signs',
      'now, take it out of the struck-out keys.',
    );
  return lines;
}

/** For people, when a fault was installed: what only the identity provider's administrator knows and AdminHub needs. No line where there is no such thing. */
export const hubNow = ({ setting, settingNow }: Pick<Fault, 'setting' | 'settingNow'>, realm: Realm): readonly string[] =>
  setting && settingNow ? [`For AdminHub, as long as this lasts:\n  ${cloudSettings[setting].label}: ${settingNow({ realm })}`] : [];
