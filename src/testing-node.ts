/** Fixtures from files, for tests that run on Node.js. */
export { type Fixture, type FixtureOptions, loadFixtures } from "./testing/node/load-fixtures.ts";
