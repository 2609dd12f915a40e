/** Messages about configuration. */
export const configurationMessages = {} as const;
