/** Messages about documents. */
export const documentsMessages = {} as const;
