import { type SuiteResult, type TestSuiteOptions, testSuite } from "../suite/test-suite.ts";
import { readText } from "./load-fixtures.ts";
import { suiteFiles } from "./suite-files.ts";

/**
 * Tests rules by a suite in a file, whose other files are relative to it.
 *
 * @throws {OttlError} of phase `configuration` where the suite, a rule or an input cannot be used.
 */
export function testSuiteFile(
  path: string,
  options: Pick<TestSuiteOptions, "filter" | "coverage"> = {},
): SuiteResult {
  return testSuite(readText(path, process.cwd()), { ...options, file: path, files: suiteFiles(path) });
}
