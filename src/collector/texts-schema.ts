import { z } from "zod";

/** A list of texts; the Collector splits a text in its place at commas, and reads null in it as the empty text. */
export const texts = z.union([z.string(), z.array(z.string().nullable())]).optional();
