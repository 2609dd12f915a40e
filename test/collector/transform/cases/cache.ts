/** The `cache` of groups. */
import { each, group } from "./case.ts";

const put = ['set(cache["n"], body) where cache["n"] == nil', 'set(attributes["n"], cache["n"])'];
const take = ['set(attributes["taken"], cache["n"])'];
const shared = { shared_cache: true };

export const cacheCases = each("logs", [
  [group("log", put)],
  [group("log", put), group("log", take)],
  [group("log", put, shared)],
  [group("log", put, shared), group("log", take, shared)],
  [group("log", put, shared), group("log", take)],
  [group("log", put), group("log", take, shared)],
  [group("log", put, { shared_cache: false }), group("log", take, shared)],
  [group("resource", ['set(cache["n"], 1)'], shared), group("log", take, shared)],
  [
    group("resource", ['set(cache["n"], attributes["service.name"])'], shared),
    group("log", put, shared),
    group("resource", ['set(attributes["n"], cache["n"])'], shared),
    group("log", take, shared),
  ],
  [{ statements: ['set(log.cache["n"], 1)'], ...shared }, group("log", take, shared)],
  [group("log", ["set(cache, nil)"], shared), group("log", take, shared)],
  [
    group("log", ['merge_maps(cache, ParseJSON(body), "upsert")'], { ...shared, error_mode: "ignore" }),
    group("log", ['set(attributes["user"], cache["user"])'], shared),
  ],
  [group("log", put, { shared_cache: "true" })],
  [group("log", put, { shared_cache: null })],
  [group("log", put, { shared_cache: 1 })],
  [group("log", put, { sharedcache: true })],
  ['set(log.cache["n"], log.body) where log.cache["n"] == nil', 'set(log.attributes["n"], log.cache["n"])'],
  ['set(log.attributes["n"], resource.cache["n"])'],
  [group("log", ['set(attributes["n"], resource.cache["n"])'])],
  [group("log", ['set(attributes["n"], log.cache["n"])'])],
]);
