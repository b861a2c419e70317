/** All of the customer's automation that pushes into the cloud or is pulled by it, in the surroundings of one world. */
import { referenceHeader, referenceIn, type TrailStep } from '../actors/index.ts';
import type { Authority } from '../authority/authority.ts';
import { hosts, scimConnector } from '../fixtures/fixtures.ts';
import { createProbe, type ProbeOptions } from '../idp-probe/probe.ts';
import type { Symptom } from '../idp-probe/symptom.ts';
import type { NameTable } from '../network/names.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { hrFilePath, type Personnel, personnelSystem } from './personnel.ts';
import { type Provisioning, provisioning } from './provisioning.ts';
import { type RulesAsCode, rulesAsCode } from './rules-as-code.ts';

/** What is answered to a look at the cloud through the gateway; without a reference it is the gateway's own word. */
export type LookedThrough = { readonly status: number; readonly reference: string | undefined };

export type Automation = {
  readonly personnel: Personnel;
  readonly rules: RulesAsCode;
  readonly connector: Provisioning;
  readonly gateway: Pick<Gateway, 'disturb'> & {
    /** Reads at the cloud what any connector may, with the connector's token, on a connection of its own. */
    look(): Promise<LookedThrough | { readonly failed: Symptom }>;
  };
};

export type RunningAutomation = Automation & { close(): Promise<void> };

export type AutomationOptions = {
  readonly authority: Authority;
  readonly names: NameTable;
  /** The way of the independent observers. */
  readonly exit: ProbeOptions['exit'];
  /** Puts a file of people where the cloud asks for it. */
  readonly publish: Parameters<typeof personnelSystem>[0];
  /** Hears what the cloud answered to a look through the gateway. */
  heard(step: TrailStep): void;
};

const path = '/scim/v2/ServiceProviderConfig';

/** The name table leads to its gateway from then on, and the honest file of people is handed out. */
export async function startAutomation({ authority, names, exit, publish, heard }: AutomationOptions): Promise<RunningAutomation> {
  const gateway = await startGateway({ authority, names });
  names.set(hosts.gateway, { address: gateway.address, port: gateway.port });
  const common = { exit, authorityPem: authority.certificatePem };
  const hrProbe = createProbe({ ...common, host: hosts.hr, path: hrFilePath });
  const probe = createProbe({ ...common, host: hosts.gateway, path });
  const look: Automation['gateway']['look'] = async () => {
    const answer = await probe.exchange({ path, headers: { authorization: `Bearer ${scimConnector.token}` } });
    if ('failed' in answer) return answer;
    const seen = { status: answer.status, reference: referenceIn(answer.headers[referenceHeader]) };
    heard({ place: `https://${hosts.gateway}${path}`, ...seen });
    return seen;
  };
  const personnel = personnelSystem(publish, hrProbe);
  personnel.handOut();
  return {
    personnel,
    rules: rulesAsCode(),
    connector: provisioning(),
    gateway: { disturb: gateway.disturb, look },
    close: gateway.close,
  };
}
