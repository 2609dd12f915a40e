/** What only functions of text say. */
export const textMessages = {} as const;
