/** A claim that must turn a run red, for which nobody else may act in its process. */
import failing from '../../failing-scenarios/sign-in/a-visitor-sees-the-tracker-without-signing-in.ts';

export default { ...failing, alone: true };
