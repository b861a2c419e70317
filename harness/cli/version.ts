/** Which version this is. */
import { readFileSync } from 'node:fs';

const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

/** For people and for bug reports: ours, and that of the Node that runs it. */
export const version = (): string => `tempered ${project.version} (Node ${process.versions.node}, ${process.platform} ${process.arch})`;
