/** Texts that are read otherwise than by yaml.v3, each with the reason. */
export const knownDifferences: Readonly<Record<string, string>> = {
  "k: [-]": "the parser takes a lone dash between brackets for a list without brackets",
  "k: [?]": "the parser takes a lone question mark between brackets for an empty key",
  "k: [a, ?b]": "yaml.v3 takes ?b between brackets for the key b; here it is refused",
  "k: [a:]": "the parser takes a: before a bracket for a key; yaml.v3 for a text",
  "k: 'a'#b": "yaml.v3 wants no blank before a comment behind quotes",
  "a: [b]#c": "yaml.v3 wants no blank before a comment behind brackets",
  "k: |#c\n a\n": "yaml.v3 wants no blank before a comment behind |",
  "'a':b": "yaml.v3 drops what follows a text that is the whole document",
  '"a":b': "yaml.v3 drops what follows a text that is the whole document",
  "k: a\n... b": "yaml.v3 drops what follows the end of a document",
  "a: 1\n%YAML 1.1\n---\nb": "yaml.v3 drops what follows a document",
  "\t": "a text of blanks alone is empty here, also with tabs",
  "...": "the end of a document that has not begun is an empty document here",
  "...\na: 1": "the end of a document that has not begun is an empty document here",
  "a: &x b\n*x: 1": "the parser takes the colon for a part of the name of the alias",
};
