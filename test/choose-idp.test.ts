/** Which identity provider a run gets, and what is said about those that it does not get. */
import { expect, test, vi } from 'vitest';
import type { DriverName, IdpDriver, RunningIdp, StartOptions, Usable } from '../harness/idp/driver.ts';
import { choiceInWords, chooseDriver, driverNames, drivers, NoIdentityProvider, startChosen } from '../harness/idp/index.ts';

const yes: Usable = { yes: true, version: '1', detail: 'it is here' };
const no: Usable = { yes: false, why: 'no engine answers', remedy: 'start one' };

function driver(name: DriverName, { usable = yes, start = 'up' }: { usable?: Usable | 'throws'; start?: 'up' | 'fails' } = {}): IdpDriver {
  return {
    name,
    async usable() {
      if (usable === 'throws') throw new Error('the probe broke');
      return usable;
    },
    async start() {
      if (start === 'fails') throw new Error(`${name} fell over`);
      return { driver: name, version: '1' } as RunningIdp;
    },
  };
}

function startOptions(): StartOptions & { readonly said: string[] } {
  const said: string[] = [];
  return {
    said,
    publicOrigin: new URL('https://idp.acme.test'),
    realms: 1,
    seed: 1,
    exit: { host: '127.0.0.1', port: 1 },
    authorityPemFile: '/nowhere/authority.pem',
    runFolder: '/nowhere',
    cacheFolder: '/nowhere',
    lease: { process: () => {}, container: () => {}, folder: () => {} },
    progress: (message) => said.push(message),
  };
}

test('there is one driver for each name, in the order in which auto tries them', () => {
  expect(drivers.map((each) => each.name)).toEqual(driverNames);
});

test('auto takes the first that is usable, and says what it passed over, why, and what to do', async () => {
  const all = [driver('keycloak-container', { usable: no }), driver('keycloak-jvm'), driver('embedded')];
  const choice = await chooseDriver({ wanted: 'auto', drivers: all });
  expect(choice.driver.name).toBe('keycloak-jvm');
  expect(choice.because).toBe('the first of keycloak-container, keycloak-jvm, embedded that this machine can run (it is here)');
  expect(choice.passedOver).toEqual([{ driver: 'keycloak-container', why: 'no engine answers', remedy: 'start one' }]);
});

test('every choice is told before it is started, with what was passed over and what would bring it back', async () => {
  const told: string[] = [];
  const all = [driver('keycloak-container', { usable: no }), driver('keycloak-jvm', { start: 'fails' }), driver('embedded')];
  await startChosen({ wanted: 'auto', drivers: all, chose: (choice) => told.push(choiceInWords(choice)) }, startOptions());
  const first = 'the first of keycloak-container, keycloak-jvm, embedded that this machine can run (it is here)';
  const passedOver = 'passed over keycloak-container: no engine answers (to use it: start one)';
  expect(told).toEqual([
    `keycloak-jvm 1: ${first}; ${passedOver}`,
    expect.stringMatching(/^embedded 1: .*; passed over keycloak-jvm: looked usable and then did not start: keycloak-jvm fell over/),
  ]);
});

test('auto does not ask those that come after the one it takes', async () => {
  const last = driver('embedded');
  const asked = vi.spyOn(last, 'usable');
  await chooseDriver({ wanted: 'auto', drivers: [driver('keycloak-container'), last] });
  expect(asked).not.toHaveBeenCalled();
});

test('a named driver is taken even when another would come first', async () => {
  const choice = await chooseDriver({ wanted: 'embedded', drivers: [driver('keycloak-container'), driver('embedded')] });
  expect([choice.driver.name, choice.because, choice.passedOver]).toEqual(['embedded', 'asked for by name (it is here)', []]);
});

test('a named driver that is not usable is an error that says what to do, and no other one is taken', async () => {
  const all = [driver('keycloak-container', { usable: no }), driver('embedded')];
  const failure = chooseDriver({ wanted: 'keycloak-container', drivers: all });
  await expect(failure).rejects.toThrow(NoIdentityProvider);
  await expect(failure).rejects.toThrow(/keycloak-container cannot be used here\n.*no engine answers.*start one/);
});

test('the image that was asked for reaches the probe', async () => {
  const container = driver('keycloak-container');
  const asked = vi.spyOn(container, 'usable');
  await chooseDriver({ wanted: 'auto', image: 'an/image:1', drivers: [container] });
  expect(asked).toHaveBeenCalledWith({ image: 'an/image:1' });
});

test('a probe that breaks is a no', async () => {
  const choice = await chooseDriver({ wanted: 'auto', drivers: [driver('keycloak-jvm', { usable: 'throws' }), driver('embedded')] });
  expect([choice.driver.name, choice.passedOver[0]?.why]).toEqual(['embedded', expect.stringContaining('the probe broke')]);
});

test('a probe that never answers is a no', async () => {
  vi.useFakeTimers();
  try {
    const silent: IdpDriver = { ...driver('keycloak-jvm'), usable: () => new Promise(() => {}) };
    const choosing = chooseDriver({ wanted: 'auto', drivers: [silent, driver('embedded')] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await choosing).driver.name).toBe('embedded');
  } finally {
    vi.useRealTimers();
  }
});

test('auto gives way to the next when one that looked usable does not start, and warns', async () => {
  const options = startOptions();
  const all = [driver('keycloak-container', { start: 'fails' }), driver('keycloak-jvm', { usable: no }), driver('embedded')];
  const started = await startChosen({ wanted: 'auto', drivers: all }, options);
  expect(started.idp.driver).toBe('embedded');
  expect(started.warnings).toEqual([
    'keycloak-container looked usable and then did not start: keycloak-container fell over; the next one is tried',
  ]);
  expect(options.said).toEqual(started.warnings);
  expect(started.passedOver.map((each) => each.driver)).toEqual(['keycloak-container', 'keycloak-jvm']);
});

test('a named driver that does not start is an error, with what it threw as the cause', async () => {
  const all = [driver('keycloak-jvm', { start: 'fails' }), driver('embedded')];
  const failure = await startChosen({ wanted: 'keycloak-jvm', drivers: all }, startOptions()).catch((problem: unknown) => problem);
  expect(failure).toBeInstanceOf(NoIdentityProvider);
  expect(failure).toMatchObject({
    message: expect.stringContaining('keycloak-jvm fell over'),
    cause: { message: 'keycloak-jvm fell over' },
  });
});

test('when none starts, that is an error that names each', async () => {
  const all = [driver('keycloak-jvm', { start: 'fails' }), driver('embedded', { start: 'fails' })];
  await expect(startChosen({ wanted: 'auto', drivers: all }, startOptions())).rejects.toThrow(
    /no identity provider.*\n.*keycloak-jvm.*\n.*embedded/,
  );
});
