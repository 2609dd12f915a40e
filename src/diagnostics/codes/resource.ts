/** Messages about resource. */
export const resourceMessages = {} as const;
