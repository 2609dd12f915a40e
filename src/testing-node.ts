/** Fixtures and suites from files, for tests that run on Node.js. */
export { type Fixture, type FixtureOptions, loadFixtures } from "./testing/node/load-fixtures.ts";
export { testSuiteFile } from "./testing/node/test-suite-file.ts";
