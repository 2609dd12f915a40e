/** What only functions of xml say. */
export const xmlMessages = {} as const;
