import { isDeepStrictEqual } from "node:util";

/** An answer with the releases that gave it. */
export type SharedAnswer<V extends string, A extends object> = A & { readonly versions: readonly V[] };

/** What releases answered to a case: answers that are the same stand once. */
export function sharedAnswers<V extends string, A extends object>(
  versions: readonly V[],
  answerOf: (version: V) => A | undefined,
): readonly SharedAnswer<V, A>[] {
  const shared: { readonly versions: V[]; readonly answer: A }[] = [];
  for (const version of versions) {
    const answer = answerOf(version);
    if (answer === undefined) throw new Error(`${version} has no answer`);
    const same = shared.find((one) => isDeepStrictEqual(one.answer, answer));
    if (same === undefined) shared.push({ versions: [version], answer });
    else same.versions.push(version);
  }
  return shared.map(({ versions, answer }) => ({ versions, ...answer }));
}

/** What a release answered. */
export function answerOf<V extends string, A extends object>(
  answers: readonly SharedAnswer<V, A>[],
  version: V,
): Omit<SharedAnswer<V, A>, "versions"> {
  const answer = answers.find((one) => one.versions.includes(version));
  if (answer === undefined) throw new Error(`no answer of ${version}`);
  const { versions: _, ...outcome } = answer;
  return outcome;
}
