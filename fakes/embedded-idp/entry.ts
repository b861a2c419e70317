/** Where the embedded identity provider's own process begins, and which version of its library this is. Importing this loads none of it. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The file to run with Node; it waits for `start` on its control channel. */
export const embeddedIdpEntry = new URL(import.meta.url.endsWith('.ts') ? './process.ts' : './process.js', import.meta.url);

/** The version of oidc-provider. Undefined when it is not installed. */
export function embeddedIdpVersion(): string | undefined {
  try {
    const file = findPackageJSON('oidc-provider', import.meta.url);
    return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
  } catch {
    return undefined;
  }
}
