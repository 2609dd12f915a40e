/** How deep in a payload the records of a context are: resources are at 1. */
export function depthOf(context: string): number {
  switch (context) {
    case "resource":
      return 1;
    case "scope":
      return 2;
    case "datapoint":
    case "spanevent":
      return 4;
    case "exemplar":
      return 5;
    default:
      return 3;
  }
}
