/** Notes on disk each test as it begins and ends, so that a run of tests that hangs or dies still says where it was. */
import { appendFileSync } from 'node:fs';

const file = process.env.TEMPERED_TESTS_PROGRESS;
const note = (what, name) => {
  if (file) appendFileSync(file, `${JSON.stringify({ what, name, atMs: Date.now() })}\n`);
};
const nameOf = (test) => `${test.module.relativeModuleId} > ${test.fullName}`;

export default class {
  onTestModuleStart(module) {
    note('began', module.relativeModuleId);
  }

  onTestModuleEnd(module) {
    note('ended', module.relativeModuleId);
  }

  onTestCaseReady(test) {
    note('began', nameOf(test));
  }

  onTestCaseResult(test) {
    note('ended', nameOf(test));
  }
}
