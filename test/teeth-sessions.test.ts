/** The scenarios about sessions have teeth that bite. */
import { allScenarios, folderOf, tryTeethOf } from './teeth-tried.ts';

tryTeethOf(allScenarios.filter((planned) => folderOf(planned) === 'sessions'));
