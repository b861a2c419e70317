/** All of the customer's automation that pushes into the cloud or is pulled by it. */
import { type Personnel, personnelSystem } from './personnel.ts';
import { type Provisioning, provisioning } from './provisioning.ts';
import { type RulesAsCode, rulesAsCode } from './rules-as-code.ts';

export type Automation = { readonly personnel: Personnel; readonly rules: RulesAsCode; readonly connector: Provisioning };

export type AutomationOptions = {
  /** Puts a file of people where the cloud asks for it. */
  readonly publish: Parameters<typeof personnelSystem>[0];
  /** Asks the same place. */
  readonly hrProbe: Parameters<typeof personnelSystem>[1];
};

export const automationOf = ({ publish, hrProbe }: AutomationOptions): Automation => ({
  personnel: personnelSystem(publish, hrProbe),
  rules: rulesAsCode(),
  connector: provisioning(),
});
