/** The program with scenarios of which one must fail. */
import { commandLine } from '../../harness/cli/index.ts';
import { loadScenarios } from '../../harness/run/load-scenarios.ts';

await commandLine(process.argv.slice(2), { scenarios: () => loadScenarios(new URL('./failing-scenarios/', import.meta.url)) });
