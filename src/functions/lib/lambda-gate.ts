/** The feature gate of lambdas and of the functions that take them. */
export const lambdaGate = "ottl.functions.enableLambda";
