/** The scenarios about a sign-in by SAML have teeth that bite. */
import { allScenarios, folderOf, tryTeethOf } from './teeth-tried.ts';

tryTeethOf(allScenarios.filter((planned) => folderOf(planned) === 'saml'));
