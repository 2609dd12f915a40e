/** How deep brackets, chained calculations and lambdas together may stand inside each other. */
export const maxNesting = 200;

/** After how many errors of the parser reading stops. */
export const maxErrors = 50;
