/** The identity provider reaches one world at a time, and only while a scenario says so. */
import { expect, test } from 'vitest';
import { hosts } from '../harness/fixtures/fixtures.ts';
import { lentNames } from '../harness/network/lent-names.ts';
import { nameTable } from '../harness/network/names.ts';
import { wayForIdp } from '../harness/world/way-for-idp.ts';

const at = (port: number) => ({ address: '127.0.0.1', port });

function twoWorlds() {
  const idpNames = lentNames();
  const [one, other] = [nameTable(), nameTable()];
  one.set(hosts.login, at(1));
  one.set(hosts.admin, at(2));
  other.set(hosts.login, at(3));
  return { idpNames, one, ways: [wayForIdp(idpNames, one), wayForIdp(idpNames, other)] as const };
}

test('finds nothing until a way is opened, and nothing after it is closed', () => {
  const { idpNames, ways } = twoWorlds();
  expect(idpNames.resolve(hosts.login, 'idp')).toBeUndefined();
  ways[0].open();
  expect(idpNames.resolve(hosts.login, 'idp')).toEqual(at(1));
  ways[0].close();
  expect(idpNames.resolve(hosts.login, 'idp')).toBeUndefined();
});

test('finds the login host alone, where it is at that moment', () => {
  const { idpNames, one, ways } = twoWorlds();
  ways[0].open();
  expect(idpNames.resolve(hosts.admin, 'idp')).toBeUndefined();
  one.set(hosts.login, at(9));
  expect(idpNames.resolve(hosts.login, 'idp')).toEqual(at(9));
  expect(one.lookups).toMatchObject([{ name: hosts.login, by: 'idp', found: true }]);
});

test('one world at a time: a second one is told so, and what it closes is its own', () => {
  const { idpNames, ways } = twoWorlds();
  ways[0].open();
  ways[0].open();
  expect(() => ways[1].open()).toThrow('run alone');
  ways[1].close();
  expect(idpNames.resolve(hosts.login, 'idp')).toEqual(at(1));
  ways[0].close();
  ways[1].open();
  expect(idpNames.resolve(hosts.login, 'idp')).toEqual(at(3));
});
