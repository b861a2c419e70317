/** The identity provider settings of one cloud: those in force, the draft beside them, and the versions before (C-07). */
export { idpSettingsInForce } from './in-force.ts';
export { idpSettingsLife } from './life.ts';
