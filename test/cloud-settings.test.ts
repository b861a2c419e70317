/** The settings on AdminHub that faults name: those that the diagnosis leads to, under the names that AdminHub gives them. */
import { afterEach, expect, test } from 'vitest';
import { cloudSettings, faults } from '../harness/faults/index.ts';
import { diagnosisOf } from '../system/isolated/admin-hub/diagnosis/known.ts';
import { closeHub, openHub } from './admin-hub-stage.ts';

afterEach(() => closeHub());

test.each(faults.map(({ fault }) => [fault.name, fault] as const))(
  '%s names a setting when, and only when, its diagnosis leads to one',
  (_name, fault) => {
    expect(fault.setting !== undefined).toBe(diagnosisOf(fault.meets)?.repair.at === 'our-settings');
  },
);

test.each(Object.values(cloudSettings).map(({ label }) => label))('AdminHub has a field “%s”', async (label) => {
  const hub = await openHub();
  expect((await hub.call('/idp-settings', await hub.holder())).body).toMatch(
    new RegExp(`<label [^>]*>${RegExp.escape(label)}[^<]*</label>`),
  );
});
