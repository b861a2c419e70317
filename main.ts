/** The program: hands every scenario of this repository to the command line. What it loads after its first line comes compiled, when it ran before. */
import { enableCompileCache } from 'node:module';
import { compiledCodeFolder } from './harness/setup/cache-folder.js';

enableCompileCache(compiledCodeFolder());
const { commandLine, loadScenarios } = await import('./harness/cli/index.ts');
await commandLine(process.argv.slice(2), { scenarios: () => loadScenarios(new URL('./scenarios/', import.meta.url)) });
