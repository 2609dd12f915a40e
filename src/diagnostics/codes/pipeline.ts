/** Messages about pipeline. */
export const pipelineMessages = {} as const;
