/**
 * How deep brackets, chained calculations and lambdas together may stand inside each other: so deep that the parser
 * and what walks the tree stay within the usual stack of 1 MB even before they are compiled.
 */
export const maxNesting = 150;

/** After how many errors of the parser reading stops. */
export const maxErrors = 50;
