/** AdminHub with twenty people by a feed and a group, and the words in which its rules are asked for. */
import { hrFile, twenty } from './admin-hub-filled.ts';
import { type Hub, openHub, press } from './admin-hub-stage.ts';

export const json = async (hub: Hub, path: string) =>
  JSON.parse((await hub.call(path, await hub.holder(), undefined, 'application/json')).body);
const newGroup = async (hub: Hub, name: string): Promise<string> => {
  await press(hub, '/groups/create', { name });
  return hub.view.groups().find((group) => group.name === name)?.id ?? '';
};
export const saveRule = (hub: Hub, form: Readonly<Record<string, string>>) => press(hub, '/group-rules/draft/rule', form);
export const foundry = {
  name: 'foundry',
  match: 'all',
  'attribute-1': 'department',
  'relation-1': 'is',
  'value-1': 'Foundry',
  add: 'moulders',
};

export async function staffed(): Promise<{ readonly hub: Hub; readonly group: string }> {
  const hub = await openHub();
  hub.directory.domains.provision('acme.test');
  hub.publish(hrFile(twenty));
  await press(hub, '/hr-feed/import');
  return { hub, group: await newGroup(hub, 'Moulders') };
}
export const page = async (hub: Hub, path: string) => (await hub.call(path, await hub.holder())).body;
