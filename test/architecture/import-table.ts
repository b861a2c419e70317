/** Who may import whom, as one table. The first row whose `from` matches a file decides; what its row does not name is forbidden. */

/** A path ending in `/` means everything below that folder, one ending in `/*` the files right in it; any other is one file. */
export type Place = string;

export type Row = {
  readonly from: Place;
  /** May be imported as it is. */
  readonly values: readonly Place[];
  /** May be imported with `import type` only. */
  readonly types: readonly Place[];
};

const systemDoor = 'system/index.ts';
const fakesDoor = 'fakes/index.ts';
const ports = 'system/kernel/ports.ts';
const kernel = 'system/kernel/';

const row = (from: Place, values: readonly Place[], types: readonly Place[] = []): Row => ({ from, values, types });

/** The parts of the isolated cloud: none knows another, they meet in the files right in their zone. A new part needs its line here. */
const isolatedParts = [
  'admin-hub',
  'audit',
  'break-glass',
  'directory',
  'idp-settings',
  'ingress',
  'isolation-gateway',
  'oauth-server',
  'session',
  'sso',
].map((part) => `system/isolated/${part}/`);

export const importTable: readonly Row[] = [
  row('main.ts', ['harness/cli/index.ts', 'harness/setup/cache-folder.js']),
  row('bin/', ['harness/setup/', 'main.ts']),
  row('images/', ['images/', 'harness/setup/cache-folder.js', 'harness/idp/keycloak/version.js']),
  row('bench/', ['bench/', 'harness/', 'main.ts']),
  row('scenarios/', ['harness/scenario/index.ts', 'harness/faults/index.ts']),
  row('reports/results-json.ts', ['reports/', 'harness/verdict/results.ts']),
  row('reports/', ['reports/'], ['harness/verdict/']),
  row('fakes/', ['fakes/'], [ports]),

  row('harness/setup/', ['harness/setup/']),
  row('harness/defects/', ['harness/', systemDoor, fakesDoor]),
  row('harness/target/reference/edge-zone.ts', ['harness/', 'system/edge/index.ts', kernel]),
  row('harness/target/reference/desk-zone.ts', ['harness/', 'system/support-desk/index.ts', kernel]),
  row('harness/target/reference/zone-audit.ts', ['harness/', 'system/kernel/audit-chain.ts'], [systemDoor]),
  row('harness/target/reference/zone-process-entry.ts', ['harness/']),
  row('harness/target/reference/', ['harness/', systemDoor, fakesDoor]),
  row('harness/actors/authenticator/', ['harness/', fakesDoor], [systemDoor, ports]),
  row('harness/deviations/', ['harness/', 'fakes/deviations/'], [systemDoor, ports]),
  row('harness/idp/embedded/', ['harness/', fakesDoor], [systemDoor, ports]),
  row('harness/cli/', ['harness/', 'reports/index.ts'], [systemDoor, ports]),
  row('harness/progress/', ['harness/', 'reports/index.ts'], [systemDoor, ports]),
  row('harness/', ['harness/'], [systemDoor, ports]),

  row(kernel, [kernel]),
  row('system/edge/', ['system/edge/', kernel]),
  row('system/support-desk/', ['system/support-desk/', kernel]),
  row('system/isolated/products/tracker/', ['system/isolated/products/tracker/', kernel]),
  row('system/isolated/products/wiki/', ['system/isolated/products/wiki/', kernel]),
  ...isolatedParts.map((part) => row(part, [part, kernel])),
  row('system/isolated/*', ['system/isolated/', kernel]),
  row(systemDoor, ['system/']),
  row('test/', ['']),
  row('vitest.config.ts', []),
];

/** Files past a door that may be imported all the same. `types` inside the harness always may: they are the contracts between its parts. */
export const openDoors: readonly { readonly from: Place; readonly to: Place; readonly because: string }[] = [
  {
    from: 'harness/deviations/',
    to: 'fakes/deviations/',
    because: 'deviations are named wherever scenarios are listed; the rest of the fakes takes long to load',
  },
  { from: 'fakes/deviations/', to: 'fakes/', because: 'a deviation takes an honest artefact apart' },
  {
    from: 'images/',
    to: 'harness/idp/keycloak/version.js',
    because: 'what is built is what the drivers run; plain JavaScript on both sides',
  },
  ...['edge-zone.ts', 'desk-zone.ts', 'zone-audit.ts'].map((file) => ({
    from: `harness/target/reference/${file}`,
    to: 'system/',
    because: 'the process of one zone loads what it runs and not the whole system; what each may reach, its row says',
  })),
  { from: 'bench/', to: 'harness/', because: 'the bench measures parts' },
  { from: 'test/', to: '', because: 'tests look inside' },
];

/** Files of the system that implement a port, and so may touch what the port stands for: each bounds a real exchange over the network. */
export const portFiles: readonly Place[] = [
  'system/kernel/dns-text.ts',
  'system/kernel/outbound.ts',
  'system/kernel/hop.ts',
  'system/kernel/forward.ts',
  'system/kernel/forward-upgrade.ts',
  'system/kernel/lasting-answer.ts',
  'system/edge/body.ts',
];

/** The only file that imports what it finds: the scenarios. */
export const scenarioLoader = 'harness/run/load-scenarios.ts';

/** Files that signal a process by its number, and look at the number first. */
export const signalFiles: readonly Place[] = [
  'harness/lease/end-leased.js',
  'harness/lease/process-table.js',
  'harness/setup/lock.js',
  'bench/plain-jvm-start.ts',
  'test/signalled.ts',
];

export function isIn(place: Place, path: string): boolean {
  if (place === '' || place.endsWith('/')) return path.startsWith(place);
  if (place.endsWith('/*')) return path.startsWith(place.slice(0, -1)) && !path.slice(place.length - 1).includes('/');
  return path === place;
}
