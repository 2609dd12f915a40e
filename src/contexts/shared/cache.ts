import { attributes } from "../define-context.ts";

/** Room for notes during an evaluation, kept on the record; it belongs to a context and its name reaches no other. */
export const cache = attributes("cache", {
  owner: "",
  doc: "A map that statements may write to keep things for later ones.",
});
