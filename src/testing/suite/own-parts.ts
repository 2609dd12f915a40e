/** The parts of a record that are its own: not the lists that it is in. */
export function ownParts(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !/Container$|^dictionary$|^cache$/.test(key)),
  );
}
