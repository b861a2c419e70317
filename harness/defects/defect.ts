/** What a planted defect is: a flaw with a name, put into a world that a test builds for itself and nowhere else (S6). */
import type { Checker, RunEvidence } from '../checkers/index.ts';
import type { AnyScenario } from '../run/plan.ts';
import type { ReferencePolicy } from '../target/reference/index.ts';
import type { RunningWorld } from '../world/world.ts';

/** What a defect may reach of the world that it is planted in. Nothing of it is asked before that world is up. */
export type PlantingSite = {
  /** The last word of a planted monitor about the identity provider. */
  idpIsWell(): boolean;
  /** Where the isolated cloud's traffic leaves. */
  egress(): { readonly host: string; readonly port: number };
};

type Described = {
  /** `rule-off:<code>`, `lenient:<code>`, or what a developer would call the mistake. */
  readonly name: string;
  /** One sentence for people. */
  readonly breaks: string;
};

/**
 * A flaw of the system, as another policy than the released one.
 * `rule-off`: one rule holds always. `rule-too-strict`: one rule holds never. `lenient`: a verifier that is honest in all but one check.
 * `contact`: a verifier that also turns to the identity provider. `dependence`: a rule that should not be there.
 */
export type SystemDefect = Described & {
  readonly kind: 'rule-off' | 'rule-too-strict' | 'lenient' | 'contact' | 'dependence';
  plant(policy: ReferencePolicy, site: PlantingSite): ReferencePolicy;
};

/** A flaw of what surrounds the policy of one world: its records, or how it is started. Planted once the world is up, and gone with the world. */
export type WorldDefect = Described & { readonly kind: 'world'; spoil(world: RunningWorld): Promise<void> };

/** A flaw of the harness itself, which must cost the verdict and never make one better. */
export type HarnessDefect = Described & { readonly kind: 'harness' } & (
    | { readonly of: 'scenario'; spoil(scenario: AnyScenario): AnyScenario }
    | { readonly of: 'checker'; spoil(checker: Checker): Checker }
    | { readonly of: 'evidence'; spoil(evidence: RunEvidence): RunEvidence }
  );

export type Defect = SystemDefect | WorldDefect | HarnessDefect;
