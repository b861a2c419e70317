/** The scenarios about what changes the directory have teeth that bite. */
import { allScenarios, folderOf, tryTeethOf } from './teeth-tried.ts';

tryTeethOf(allScenarios.filter((planned) => folderOf(planned) === 'directory'));
