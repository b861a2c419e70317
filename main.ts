/** The program: hands every scenario of this repository to the command line. */
import { commandLine } from './harness/cli/index.ts';
import { loadScenarios } from './harness/cli/load-scenarios.ts';

await commandLine(process.argv.slice(2), { scenarios: () => loadScenarios(new URL('./scenarios/', import.meta.url)) });
