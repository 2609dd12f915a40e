/** An element of a layout of Go's `time` package, and the text before it. */
export interface LayoutElement {
  readonly prefix: string;
  /** As the layout writes it, such as `2006` or `.999`. */
  readonly text: string;
}

/**
 * A layout of Go's `time` package: a text that shows how the moment Mon Jan 2 15:04:05 MST 2006 would be written. Elements
 * that no directive of strptime makes (`002`, `.000`) are left out.
 */
export interface Layout {
  readonly source: string;
  readonly elements: readonly LayoutElement[];
  /** The text behind the last element. */
  readonly suffix: string;
}

const element =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|0[1-6]|15|1|2006|2|_2(?!006)|__2|[345]|PM|pm|-070000|-07:00:00|-0700|-07:00|-07|Z070000|Z07:00:00|Z0700|Z07:00|Z07|[.,]9+(?!\d)/g;

/** Finds the elements of a layout. */
export function readLayout(source: string): Layout {
  const elements: LayoutElement[] = [];
  let end = 0;
  for (const { index, 0: text } of source.matchAll(element)) {
    elements.push({ prefix: source.slice(end, index), text });
    end = index + text.length;
  }
  return { source, elements, suffix: source.slice(end) };
}

export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const dayNames: readonly string[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];
