/** Changes parts of an object behind Keycloak's admin API, and demands to see them changed. */
import { isDeepStrictEqual } from 'node:util';
import type { AdminApi } from './admin-api.ts';
import { demand } from './realm-at-hand.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** True when everything in `wanted` stands in `found`; an empty text stands for an absent one. */
function shows(found: unknown, wanted: unknown): boolean {
  if (isObject(wanted)) return isObject(found) && Object.entries(wanted).every(([name, value]) => shows(found[name], value));
  return wanted === '' ? found === '' || found === undefined : isDeepStrictEqual(found, wanted);
}

/** Keycloak takes a part of an object for a change of that part. Throws `AdminFailure` when the change does not show; `what` holds no secret. */
export async function changeObject(admin: AdminApi, path: string, { what, change }: { what: string; change: Json }): Promise<void> {
  await admin.change('PUT', path, change);
  demand(shows(await admin.get(path), change), what);
}
