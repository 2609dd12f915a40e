import { attributes, field } from "../define-context.ts";

/** Attributes and how many of them were dropped, as resources and scopes have them. */
export const countedAttributes = {
  attributes: attributes("attributes", { doc: "The attributes, a map." }),
  dropped_attributes_count: field("droppedAttributesCount", "uint32", {
    doc: "How many attributes were dropped before.",
  }),
} as const;
