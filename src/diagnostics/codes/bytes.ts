/** What only functions of bytes say. */
export const bytesMessages = {} as const;
