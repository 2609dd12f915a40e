/** What only functions of time say. */
export const timeMessages = {} as const;
