#!/usr/bin/env node
// Parsed by every Node.js that knows modules, so that an old one says why it cannot go on.
const oldest = 22;

if (Number(process.versions.node.split(".")[0]) < oldest) {
  console.error(`ottlkit needs Node.js ${oldest} or later, and this is ${process.versions.node}`);
  process.exitCode = 2;
} else {
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2), process);
}
