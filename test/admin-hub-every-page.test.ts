/** Every page and every form of AdminHub: for whom they are, and that each leads somewhere. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filledHub, hubPages, hubPosts, placeIn } from './admin-hub-filled.ts';
import { closeHub, type Hub } from './admin-hub-stage.ts';

let hub: Hub;
beforeAll(async () => {
  hub = await filledHub();
});
afterAll(closeHub);

test.each(hubPosts)('%s takes no form of another session, and none of somebody without the role', async (path) => {
  const form = { 'form-token': await hub.formToken(await hub.context('harbour-one', 'break-glass', { sid: 's-2' })) };
  await hub.call(path, await hub.holder(), form);
  expect(hub.code()).toBe('admin-hub.request.form-token-wrong');
  const refused = await hub.call(path, await hub.context('u-uma', 'ingress'), form, 'application/json');
  expect([refused.status, refused.body, hub.code()]).toEqual([403, '{"error":"not available"}', 'admin-hub.access.not-org-admin']);
});
test.each(hubPages)('%s is for org admins and break-glass, and says nothing to anybody else', async (path) => {
  const place = placeIn(hub, path);
  expect((await hub.call(place, await hub.context('u-ada', 'ingress'))).status).toBe(200);
  const refused = await hub.call(place, await hub.context('u-uma', 'ingress'));
  expect([refused.status, hub.code()]).toEqual([403, 'admin-hub.access.not-org-admin']);
  expect(refused.body).not.toContain('<nav');
});
test('no link of any page leads where nothing is', async () => {
  const places: readonly string[] = hubPages.map((path) => path.split('?')[0] ?? '');
  for (const path of hubPages) {
    const { body } = await hub.call(placeIn(hub, path), await hub.holder());
    for (const [, link = ''] of body.matchAll(/href="(\/[^"#?]*)/g)) expect(places).toContain(link);
  }
});
test('no form of any page is sent where nothing is', async () => {
  const sent = new Set<string>();
  for (const path of hubPages) {
    const { body } = await hub.call(placeIn(hub, path), await hub.holder());
    for (const [, action = ''] of body.matchAll(/method="post" action="(\/[^"#?]*)/g)) sent.add(action);
  }
  expect([...sent].filter((action) => action !== '/break-glass/sign-out').toSorted()).toEqual(hubPosts.toSorted());
});
