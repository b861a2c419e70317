/** The scenarios about an identity provider that was set wrong have teeth that bite. */
import { allScenarios, folderOf, tryTeethOf } from './teeth-tried.ts';

tryTeethOf(allScenarios.filter((planned) => folderOf(planned) === 'misconfiguration'));
