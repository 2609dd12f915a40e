/** Messages about filter. */
export const filterMessages = {} as const;
