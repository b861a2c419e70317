/** Keeps the draft of the identity provider settings, its tests, and the versions that were in force, beside the settings in force (C-07, S12). */
import { expiring } from '../../kernel/expiring.ts';
import { idpSettingsSchema } from '../../kernel/idp-settings.ts';
import type { BegunTest, SettingsDraft, SettingsLife, SettingsVersion } from '../../kernel/idp-settings-draft.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { readable } from '../../kernel/readable.ts';
import { handleOf, newSecret } from '../../kernel/secret-handle.ts';
import { idpSettingsInForce } from './in-force.ts';

const keptVersions = 10;
const keptTests = 10;
/** How long a begun test is kept. Within which time it may begin is judged at the sign-in host (`sso/settings-test/rules.ts`). */
const testLifetimeSeconds = 600;

type Ports = { readonly store: Store; readonly clock: Clock; readonly random: Random };

export function idpSettingsLife({ store, clock, random }: Ports): SettingsLife {
  const inForce = idpSettingsInForce(store);
  const begun = expiring<BegunTest>(store, 'idp.settings-test', { clock, lifetimeSeconds: testLifetimeSeconds });
  const draft = (): SettingsDraft | undefined => readableDraft(readable(store, 'idp.settings-draft', 'current'));
  const keepDraft = (next: SettingsDraft): void => store.put('idp.settings-draft', 'current', next);
  const history = (): readonly SettingsVersion[] => readableHistory(readable(store, 'idp.settings-history', 'current'));
  return {
    current: inForce.current,
    draft,
    history,
    saveDraft: (settings, by) => {
      const id = Buffer.from(random.bytes(12)).toString('base64url');
      keepDraft({ id, settings: idpSettingsSchema.parse(settings), savedAtMs: clock.now(), savedBy: by, tests: [] });
    },
    discardDraft: () => store.delete('idp.settings-draft', 'current'),
    beginTest: (of, by) => {
      const secret = newSecret(random);
      return { secret, effect: () => begun.put(handleOf(secret), { draft: of, by, startedAtMs: clock.now(), used: false }) };
    },
    find: begun.get,
    use: (handle) => {
      const test = begun.get(handle);
      if (test) begun.put(handle, { ...test, used: true });
    },
    end: (handle, result) => {
      const test = begun.take(handle);
      const now = draft();
      if (!test || now?.id !== test.draft) return;
      const about = { by: test.by, atMs: clock.now() };
      const ended =
        'code' in result ? ({ ...about, ended: 'refused', ...result } as const) : ({ ...about, ended: 'passed', ...result } as const);
      keepDraft({ ...now, tests: [ended, ...now.tests].slice(0, keptTests) });
    },
    putIntoForce: (settings, { by, how }) =>
      store.atomically(() => {
        const before = history();
        const number = (before[0]?.number ?? 0) + 1;
        const current = inForce.current();
        const first =
          before.length === 0 && current
            ? [{ number: 0, settings: current, atMs: 0, by: 'provisioning', how: 'before-history' as const }]
            : before;
        store.put('idp.settings-history', 'current', [{ number, settings, atMs: clock.now(), by, how }, ...first].slice(0, keptVersions));
        inForce.save(settings);
        if (how !== 'struck-out') store.delete('idp.settings-draft', 'current');
      }),
  };
}

const readableDraft = (value: unknown): SettingsDraft | undefined => {
  const draft = value as SettingsDraft | undefined;
  const settings = idpSettingsSchema.safeParse(draft?.settings).data;
  return draft && settings ? { ...draft, settings } : undefined;
};

/** Versions that cannot be read any more are left out. */
const readableHistory = (value: unknown): readonly SettingsVersion[] =>
  (Array.isArray(value) ? (value as readonly SettingsVersion[]) : []).flatMap((version) => {
    const settings = idpSettingsSchema.safeParse(version.settings).data;
    return settings ? [{ ...version, settings }] : [];
  });
