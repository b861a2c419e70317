/** The settings on AdminHub that faults name: those that the diagnosis leads to, three known ones apart, under the names that AdminHub gives them. */
import { afterEach, expect, test } from 'vitest';
import { cloudSettings, faults } from '../harness/faults/index.ts';
import { diagnosisOf } from '../system/isolated/admin-hub/diagnosis/known.ts';
import { closeHub, openHub } from './admin-hub-stage.ts';

afterEach(() => closeHub());

/** Several causes meet one code, and its diagnosis leads to the likeliest. */
const elsewhere = new Map([
  ['idp.client-authentication-changed', 'clientAuthentication'],
  ['idp.saml-metadata-is-a-page', 'entityId'],
  ['idp.saml-metadata-of-another-entity', 'entityId'],
]);

test.each(faults.map(({ fault }) => [fault.name, fault] as const))(
  '%s names a setting when, and only when, its diagnosis leads to one',
  (_name, fault) => {
    const repair = diagnosisOf(fault.meets)?.repair;
    const led = repair?.at === 'our-settings' ? repair.field : undefined;
    expect(fault.setting).toBe(led === undefined ? undefined : (elsewhere.get(fault.name) ?? led));
  },
);

test.each(Object.values(cloudSettings).map(({ label }) => label))('AdminHub has a field “%s”', async (label) => {
  const hub = await openHub();
  expect((await hub.call('/idp-settings', await hub.holder())).body).toMatch(
    new RegExp(`<label [^>]*>${RegExp.escape(label)}[^<]*</label>`),
  );
});
