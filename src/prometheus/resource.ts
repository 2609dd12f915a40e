import type { PrometheusCompatibility } from "./capabilities.ts";
import { isLoopback, isUnspecified, parseIpAddress } from "./ip-address.ts";

/** Labels of Kubernetes discovery and the attributes they become; of several node names the last one stays. */
const kubernetes: readonly (readonly [label: string, attribute: string])[] = [
  ["__meta_kubernetes_pod_name", "k8s.pod.name"],
  ["__meta_kubernetes_pod_uid", "k8s.pod.uid"],
  ["__meta_kubernetes_pod_container_name", "k8s.container.name"],
  ["__meta_kubernetes_namespace", "k8s.namespace.name"],
  ["__meta_kubernetes_pod_node_name", "k8s.node.name"],
  ["__meta_kubernetes_node_name", "k8s.node.name"],
  ["__meta_kubernetes_endpoint_node_name", "k8s.node.name"],
];
const controllers: Readonly<Record<string, string>> = {
  ReplicaSet: "k8s.replicaset.name",
  DaemonSet: "k8s.daemonset.name",
  StatefulSet: "k8s.statefulset.name",
  Job: "k8s.job.name",
  CronJob: "k8s.cronjob.name",
};

/** The resource attributes of a scraped target, from its job, its instance and the labels it was discovered with. */
export function resourceAttributes(
  job: string,
  instance: string,
  discovered: Readonly<Record<string, string>>,
  compatibility: PrometheusCompatibility,
): Map<string, string> {
  const { host, port } = splitHostPort(instance);
  const label = (name: string) => (Object.hasOwn(discovered, name) ? (discovered[name] as string) : "");
  const scheme = label("__scheme__");
  const old = !compatibility.has("stable_host_attributes");
  const attributes = new Map([["service.name", job]]);
  if (isDiscernible(host)) {
    if (old) attributes.set("net.host.name", host);
    attributes.set("server.address", host);
  }
  attributes.set("service.instance.id", instance);
  if (old) attributes.set("net.host.port", port).set("http.scheme", scheme);
  attributes.set("server.port", port).set("url.scheme", scheme);
  for (const [name, attribute] of kubernetes) if (label(name) !== "") attributes.set(attribute, label(name));
  const controller = label("__meta_kubernetes_pod_controller_name");
  const kind = label("__meta_kubernetes_pod_controller_kind");
  if (controller !== "" && Object.hasOwn(controllers, kind))
    attributes.set(controllers[kind] as string, controller);
  return attributes;
}

/** Splits `host:port` as Go does; what cannot be split is a host. */
function splitHostPort(address: string): { host: string; port: string } {
  const match = /^(?:\[([^[\]]*)\]|([^[\]:]*)):([^[\]:]*)$/s.exec(address);
  if (match === null) return { host: address, port: "" };
  return { host: match[1] ?? match[2] ?? "", port: match[3] ?? "" };
}

/** Whether a host tells machines apart: not the machine's own, not the unspecified address. */
function isDiscernible(host: string): boolean {
  const address = parseIpAddress(host);
  return address === undefined ? host !== "localhost" : !isLoopback(address) && !isUnspecified(address);
}
