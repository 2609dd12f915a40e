/** Maps and lists nested deeper than this are refused, so that nothing that walks a value runs out of stack. */
export const deepestValue = 1_000;
