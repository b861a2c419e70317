/** The program: hands every scenario of this repository to the command line. */
import { commandLine, loadScenarios } from './harness/cli/index.ts';

await commandLine(process.argv.slice(2), { scenarios: () => loadScenarios(new URL('./scenarios/', import.meta.url)) });
