import { RE2JS } from "re2js";
import type { LinearRegexp } from "../core/types.ts";

/** The RE2 port `re2js` as an engine for patterns. */
export const re2js: LinearRegexp = (pattern) => RE2JS.compile(pattern);
