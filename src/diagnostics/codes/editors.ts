/** What only functions of editors say. */
export const editorMessages = {} as const;
