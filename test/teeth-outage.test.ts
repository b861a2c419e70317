/** The scenarios about an identity provider that is away have teeth that bite. */
import { allScenarios, folderOf, tryTeethOf } from './teeth-tried.ts';

tryTeethOf(allScenarios.filter((planned) => folderOf(planned) === 'outage'));
