export const regexpMessages = {} as const;
